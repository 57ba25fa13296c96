import { Autocomplete, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useCustomVariables } from '../custom-variables/custom-variables.queries.ts'
import { useMay } from '../ui/access.tsx'
import panel from '../ui/panel-ui.module.css'
import { SwitchRow } from '../ui/switch-row.tsx'
import type { conversionValues } from './ConversionForm.tsx'
import { operatorWords, typeWords } from './conversion-words.ts'

const typeChoices = Object.entries(typeWords).map(([value, label]) => ({ value, label }))
const operatorChoices = Object.entries(operatorWords).map(([value, label]) => ({ value, label }))
/** Pages are compared as texts only. */
const urlOperators = operatorChoices.filter(({ value }) => value !== 'isLessThen' && value !== 'isMoreThen')

interface ConversionRuleProps {
  readonly form: UseFormReturnType<ReturnType<typeof conversionValues>>
}

/** What makes a conversion happen, and what it is worth. */
export function ConversionRule({ form }: ConversionRuleProps) {
  const variables = useCustomVariables(useMay('customVariables.list'))
  const names = (variables.data ?? []).map(({ name }) => name)
  const { type, isValueAssignedToConversion, valueSource } = form.values
  return (
    <>
      <h3 className={panel.group}>It happens when</h3>
      <Select aria-label="It happens when" data={typeChoices} allowDeselect={false} {...form.getInputProps('type')} />
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
              placeholder={type === 'url' ? '/thank-you' : 'paid'}
              withAsterisk
              {...form.getInputProps('value')}
            />
          </div>
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
          note="Adds up in reports, such as the sum of an order."
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
