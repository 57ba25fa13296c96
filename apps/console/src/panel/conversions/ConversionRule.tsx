import { Autocomplete, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useCustomVariables } from '../custom-variables/custom-variables.queries.ts'
import { useMay } from '../ui/access.tsx'
import { Hint } from '../ui/hint.tsx'
import panel from '../ui/panel-ui.module.css'
import { PatternTrial } from '../ui/pattern-trial.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import { ApiCall } from './ApiCall.tsx'
import type { conversionValues } from './ConversionForm.tsx'
import { operatorWords, typeWords } from './conversion-words.ts'

type Values = ReturnType<typeof conversionValues>

const typeChoices = Object.entries(typeWords).map(([value, label]) => ({ value, label }))
const operatorChoices = Object.entries(operatorWords).map(([value, label]) => ({ value, label }))
/** Pages are compared as texts only. */
const urlOperators = operatorChoices.filter(({ value }) => value !== 'isLessThen' && value !== 'isMoreThen')

function placeholderOf(type: string, operator: string): string {
  if (operator === 'regularExpression') return type === 'url' ? '/thank-you/[0-9]+$' : '^paid'
  if (operator === 'isLessThen' || operator === 'isMoreThen') return '100'
  return type === 'url' ? '/thank-you' : 'paid'
}

/** The values that go with another kind: a page cannot be less than something. */
function withType(type: Values['type'], operator: Values['operator']): Partial<Values> {
  const fits = type !== 'url' || urlOperators.some(({ value }) => value === operator)
  return { type, operator: fits ? operator : 'contains' }
}

interface ConversionRuleProps {
  readonly form: UseFormReturnType<Values>
}

/** What makes a conversion happen, and what it is worth. */
export function ConversionRule({ form }: ConversionRuleProps) {
  const variables = useCustomVariables(useMay('customVariables.list'))
  const names = (variables.data ?? []).map(({ name }) => name)
  const { type, operator, value, isCaseSensitive, isValueAssignedToConversion, valueSource } = form.values
  const isNumeric = operator === 'isLessThen' || operator === 'isMoreThen'
  return (
    <>
      <h3 className={panel.group}>It happens when</h3>
      <Select
        aria-label="It happens when"
        data={typeChoices}
        allowDeselect={false}
        {...form.getInputProps('type')}
        onChange={(next) => next && form.setValues(withType(next as typeof type, operator))}
      />
      {type === 'api' && <ApiCall name={form.values.name} />}
      {type === 'customVariable' && (
        <Autocomplete
          label="Custom variable"
          withAsterisk
          data={names}
          {...form.getInputProps('customVariableUsedToDetermineConversion')}
        />
      )}
      {type !== 'api' && (
        <>
          <div className={panel.row}>
            <Select
              label={type === 'url' ? 'The address' : 'Its value'}
              data={type === 'url' ? urlOperators : operatorChoices}
              allowDeselect={false}
              {...form.getInputProps('operator')}
            />
            <TextInput
              label="Value"
              placeholder={placeholderOf(type, operator)}
              withAsterisk
              {...form.getInputProps('value')}
            />
          </div>
          {operator === 'regularExpression' && (
            <PatternTrial
              pattern={value}
              isCaseSensitive={isCaseSensitive}
              example={type === 'url' ? 'https://shop.example/thank-you' : 'paid'}
            />
          )}
          {isNumeric && value !== '' && !Number.isFinite(Number(value)) && (
            <Hint tone="amber">This is not a number: nothing is more or less than it.</Hint>
          )}
          <SwitchRow
            label="Capital letters matter"
            isOn={form.values.isCaseSensitive}
            onChange={(isOn) => form.setFieldValue('isCaseSensitive', isOn)}
          />
        </>
      )}
      {type !== 'api' && (
        <SwitchRow
          label="It has a worth"
          note="Noted with each conversion, such as the sum of an order."
          isOn={isValueAssignedToConversion}
          onChange={(isOn) => form.setFieldValue('isValueAssignedToConversion', isOn)}
        />
      )}
      {type !== 'api' && isValueAssignedToConversion && (
        <>
          <Radio.Group aria-label="Where the worth comes from" {...form.getInputProps('valueSource')}>
            <Stack gap="xs">
              <Radio value="inputAValue" label="Always the same" />
              <Radio value="getFromCustomVariable" label="From a custom variable" />
            </Stack>
          </Radio.Group>
          {valueSource === 'inputAValue' ? (
            <NumberInput
              label="Worth"
              withAsterisk
              allowDecimal={false}
              value={form.values.assignedValueFromInputting ?? ''}
              onChange={(value) =>
                form.setFieldValue('assignedValueFromInputting', value === '' ? null : Number(value))
              }
              error={form.errors.assignedValueFromInputting}
            />
          ) : (
            <Autocomplete
              label="Custom variable"
              withAsterisk
              data={names}
              {...form.getInputProps('assignedValueFromCustomVariable')}
            />
          )}
        </>
      )}
    </>
  )
}
