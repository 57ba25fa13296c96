import { ActionIcon, Input, Select, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Hours, nextStretch, weekDays } from './shift-hours.ts'
import classes from './shifts.module.css'

interface WeekGridProps {
  readonly value: readonly Hours[]
  readonly onChange: (rows: Hours[]) => void
  readonly error?: ReactNode
  readonly awayStatuses: readonly { readonly id: string; readonly name: string }[]
}

/** A week with its stretches of work and of breaks, day by day. */
export function WeekGrid({ value: rows, onChange, error, awayStatuses }: WeekGridProps) {
  const put = (row: Hours, part: Partial<Hours>) =>
    onChange(rows.map((each) => (each === row ? { ...each, ...part } : each)))
  const statuses = [{ value: '', label: 'Online' }, ...awayStatuses.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <div>
      <div className={classes.week}>
        {weekDays.map(({ day, label }) => {
          const own = rows.filter(({ dayOfWeek }) => dayOfWeek === day)
          return (
            <div key={day} className={classes.day}>
              <span className={classes.dayName}>{label}</span>
              <div className={classes.stretches}>
                {own.length === 0 && <span className={classes.off}>Off</span>}
                {own.map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place in the day
                  <div key={index} className={classes.stretch}>
                    <TextInput
                      type="time"
                      aria-label={`${label}: from`}
                      value={row.startTime}
                      onChange={(event) => put(row, { startTime: event.currentTarget.value })}
                    />
                    <span className={classes.off}>–</span>
                    <TextInput
                      type="time"
                      aria-label={`${label}: to`}
                      value={row.endTime}
                      onChange={(event) => put(row, { endTime: event.currentTarget.value })}
                    />
                    <Select
                      className={classes.status ?? ''}
                      aria-label={`${label}: status`}
                      data={statuses}
                      value={row.awayStatusId ?? ''}
                      onChange={(id) => put(row, { awayStatusId: id || null })}
                      allowDeselect={false}
                    />
                    <ActionIcon
                      aria-label={`Remove ${row.startTime} to ${row.endTime} on ${label}`}
                      onClick={() => onChange(rows.filter((each) => each !== row))}
                    >
                      <IconX size={16} />
                    </ActionIcon>
                  </div>
                ))}
              </div>
              <Tooltip label="Add hours">
                <ActionIcon
                  aria-label={`Add hours on ${label}`}
                  onClick={() => onChange([...rows, nextStretch(day, rows)])}
                >
                  <IconPlus size={16} />
                </ActionIcon>
              </Tooltip>
            </div>
          )
        })}
      </div>
      {error && <Input.Error mt="xs">{error}</Input.Error>}
    </div>
  )
}
