import { SegmentedControl, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Hint } from '../hint.tsx'
import panel from '../panel-ui.module.css'
import { ConditionRows, type SegmentChoice } from './ConditionRows.tsx'
import type { Condition } from './condition-rows.ts'
import { checkExpression } from './expression-check.ts'

/** The values of a form that has conditions. */
export interface ConditionValues {
  readonly conditionMetType: 'all' | 'any' | 'logicalExpression'
  readonly logicalExpression: string
  readonly conditions: Condition[]
}

interface ConditionsFieldProps {
  readonly values: ConditionValues
  readonly errors: Readonly<Record<string, ReactNode>>
  readonly onChange: (part: Partial<ConditionValues>) => void
  readonly segments: readonly SegmentChoice[]
}

/** The conditions of a form, and how they are put together: all, any, or an expression over their numbers. */
export function ConditionsField({ values, errors, onChange, segments }: ConditionsFieldProps) {
  const { conditionMetType, logicalExpression, conditions } = values
  const isExpression = conditionMetType === 'logicalExpression'
  return (
    <>
      <div>
        <SegmentedControl
          aria-label="How conditions are put together"
          classNames={{ root: panel.segments ?? '' }}
          value={conditionMetType}
          onChange={(value) => onChange({ conditionMetType: value as ConditionValues['conditionMetType'] })}
          data={[
            { value: 'all', label: 'All are met' },
            { value: 'any', label: 'Any is met' },
            { value: 'logicalExpression', label: 'Expression' },
          ]}
        />
      </div>
      <ConditionRows
        value={conditions}
        onChange={(rows) => onChange({ conditions: rows })}
        error={errors.conditions}
        isNumbered={isExpression}
        segments={segments}
      />
      {conditions.length === 0 && <Hint tone="amber">Without a condition it holds for every visitor.</Hint>}
      {isExpression && (
        <div>
          <TextInput
            label="Expression"
            description="By the numbers of the conditions, for example 1 and (2 or 3)"
            withAsterisk
            value={logicalExpression}
            onChange={(event) => onChange({ logicalExpression: event.currentTarget.value })}
            error={errors.logicalExpression}
          />
          {!errors.logicalExpression && (
            <ExpressionHint text={logicalExpression} conditions={conditions} segments={segments} />
          )}
        </div>
      )}
    </>
  )
}

interface ExpressionHintProps {
  readonly text: string
  readonly conditions: readonly Condition[]
  readonly segments: readonly SegmentChoice[]
}

/** What an expression means, or what is wrong with it. */
function ExpressionHint({ text, conditions, segments }: ExpressionHintProps) {
  const nameOfSegment = (id: string) => segments.find(({ value }) => value === id)?.label ?? ''
  const check = checkExpression(text, conditions, nameOfSegment)
  if (check.kind === 'empty') return null
  if (check.kind === 'wrong') return <Hint tone="amber">{check.problem}</Hint>
  const { sentence, unused } = check
  return (
    <>
      <Hint tone="grey">{sentence}.</Hint>
      {unused.length > 0 && (
        <Hint tone="amber">
          {unused.length === 1 ? `Condition ${unused[0]} is` : `Conditions ${unused.join(', ')} are`} not used.
        </Hint>
      )}
    </>
  )
}
