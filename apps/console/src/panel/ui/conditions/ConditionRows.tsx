import { ActionIcon, Button, Input, NumberInput, Select, TextInput } from '@mantine/core'
import { type ChatConditionField, type ChatConditionOperator, chatConditionFieldNames } from '@parley/contract'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Hint } from '../hint.tsx'
import { patternProblem } from '../pattern-problem.ts'
import { TimeZoneSelect } from '../time-zone-select.tsx'
import { type Condition, holdsOf, newCondition, operatorsOf, refusedRow, withField } from './condition-rows.ts'
import { fieldExamples, fieldWords, operatorWords } from './condition-words.ts'
import classes from './conditions.module.css'

const fieldChoices = chatConditionFieldNames.map((value) => ({ value: value as string, label: fieldWords[value] }))

/** A segment that a condition can be about. */
export interface SegmentChoice {
  readonly value: string
  readonly label: string
}

interface ConditionRowsProps {
  readonly value: readonly Condition[]
  readonly onChange: (rows: Condition[]) => void
  readonly error?: ReactNode
  /** Shows the numbers that an expression names. */
  readonly isNumbered?: boolean
  readonly segments: readonly SegmentChoice[]
}

/** Conditions over what is known of a visitor: one row each of field, operator and value. */
export function ConditionRows({ value: rows, onChange, error, isNumbered = false, segments }: ConditionRowsProps) {
  const refused = refusedRow(error)
  const put = (index: number, row: Condition) => onChange(rows.map((each, at) => (at === index ? row : each)))
  return (
    <div>
      <ol className={classes.rows}>
        {rows.map((row, index) => (
          <li key={row.order ?? index} className={classes.row} data-numbered={isNumbered || undefined}>
            {isNumbered && <span className={classes.number}>{row.order}</span>}
            <Select
              aria-label={`Field of condition ${index + 1}`}
              data={fieldChoices}
              value={row.field}
              onChange={(field) => field && put(index, withField(row, field as ChatConditionField))}
              allowDeselect={false}
              searchable
              maxDropdownHeight={300}
            />
            <Select
              className={classes.operator ?? ''}
              aria-label={`Operator of condition ${index + 1}`}
              data={operatorsOf(row.field).map((value) => ({ value: value as string, label: operatorWords[value] }))}
              value={row.operator}
              onChange={(operator) => operator && put(index, { ...row, operator: operator as ChatConditionOperator })}
              allowDeselect={false}
            />
            <div className={classes.value}>
              <ValueInput
                label={`Value of condition ${index + 1}`}
                row={row}
                onChange={(value) => put(index, { ...row, value })}
                isRefused={refused === index}
                segments={segments}
              />
              <PatternHint row={row} />
            </div>
            <ActionIcon
              className={classes.remove ?? ''}
              aria-label={`Remove condition ${index + 1}`}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {error && <Input.Error mb="xs">{error}</Input.Error>}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...rows, newCondition(rows)])}
      >
        Add condition
      </Button>
    </div>
  )
}

/** Says what is wrong with a regular expression while it is typed. */
function PatternHint({ row: { operator, value } }: { readonly row: Condition }) {
  const problem = operator === 'regularExpression' && value ? patternProblem(value) : undefined
  return problem ? <Hint tone="amber">{problem}</Hint> : null
}

interface ValueInputProps {
  readonly label: string
  readonly row: Condition
  readonly onChange: (value: string) => void
  readonly isRefused: boolean
  readonly segments: readonly SegmentChoice[]
}

/** The input that fits what the field holds. */
function ValueInput({ label, row, onChange, isRefused, segments }: ValueInputProps) {
  switch (holdsOf(row.field)) {
    case 'number':
      return (
        <NumberInput
          aria-label={label}
          min={0}
          allowDecimal={false}
          value={row.value}
          onChange={(value) => onChange(String(value))}
          error={isRefused}
        />
      )
    case 'timeZone':
      return (
        <TimeZoneSelect
          label={undefined}
          aria-label={label}
          value={row.value}
          onChange={(value) => onChange(value ?? '')}
          error={isRefused}
        />
      )
    case 'segment':
      return (
        <Select
          aria-label={label}
          placeholder="Choose a segment"
          data={segments}
          value={row.value || null}
          onChange={(value) => onChange(value ?? '')}
          searchable
          error={isRefused}
        />
      )
    default:
      return (
        <TextInput
          aria-label={label}
          placeholder={row.operator === 'regularExpression' ? '^/shop/[0-9]+$' : fieldExamples[row.field]}
          value={row.value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={isRefused}
        />
      )
  }
}
