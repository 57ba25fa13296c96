import { ActionIcon, Input, Select, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Hours } from './shift-hours.ts'
import classes from './shifts.module.css'

type AwayStatus = Pick<Shape<'AgentAwayStatus'>, 'id' | 'name' | 'isSystem'>

interface HoursRowProps {
  readonly row: Hours
  /** The day as a word. */
  readonly day: string
  readonly awayStatuses: readonly AwayStatus[]
  readonly error: ReactNode
  readonly onChange: (part: Partial<Hours>) => void
  readonly onRemove: () => void
}

/** One stretch of a day: from, to, and what its agents are once it is over. */
export function HoursRow({ row, day, awayStatuses, error, onChange, onRemove }: HoursRowProps) {
  // Without a status of their own, hours end with the one every site has.
  const plain = awayStatuses.find(({ isSystem }) => isSystem)?.id ?? ''
  const chosen = row.awayStatusId ?? plain
  return (
    <div>
      <div className={classes.stretch}>
        <TextInput
          type="time"
          aria-label={`${day}: from`}
          value={row.startTime}
          error={Boolean(error)}
          onChange={(event) => onChange({ startTime: event.currentTarget.value })}
        />
        <span className={classes.off}>–</span>
        <TextInput
          type="time"
          aria-label={`${day}: to`}
          value={row.endTime}
          error={Boolean(error)}
          onChange={(event) => onChange({ endTime: event.currentTarget.value })}
        />
        <span className={`${classes.off} ${classes.then}`}>then</span>
        <Select
          className={classes.status ?? ''}
          aria-label={`${day}: status afterwards`}
          data={statusChoices(awayStatuses, plain, chosen)}
          value={chosen}
          onChange={(id) => onChange({ awayStatusId: id === plain ? null : id })}
          allowDeselect={false}
        />
        <ActionIcon
          className={classes.remove ?? ''}
          aria-label={`Remove ${row.startTime} to ${row.endTime} on ${day}`}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      {error && (
        <Input.Error mt={4} role="alert">
          {error}
        </Input.Error>
      )}
    </div>
  )
}

/** The statuses by name; who may not see them sees at least that one is chosen. */
function statusChoices(awayStatuses: readonly AwayStatus[], plain: string, chosen: string) {
  const known = awayStatuses.map(({ id, name }) => ({ value: id, label: name }))
  if (plain === '') known.unshift({ value: '', label: 'Away' })
  return known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, label: 'Another status' }]
}
