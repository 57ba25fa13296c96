import { Input } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { DayActions } from './DayActions.tsx'
import { HoursRow } from './HoursRow.tsx'
import { copyDay, type Hours, nextStretch, refusedRow, weekDays } from './shift-hours.ts'
import classes from './shifts.module.css'

interface WeekGridProps {
  readonly value: readonly Hours[]
  readonly onChange: (rows: Hours[]) => void
  readonly error?: ReactNode
  readonly awayStatuses: ComponentProps<typeof HoursRow>['awayStatuses']
}

/** A week with its stretches of work, day by day. */
export function WeekGrid({ value: rows, onChange, error, awayStatuses }: WeekGridProps) {
  const refused = refusedRow('workingHours', error)
  const put = (row: Hours, part: Partial<Hours>) =>
    onChange(rows.map((each) => (each === row ? { ...each, ...part } : each)))
  return (
    <div>
      <div className={classes.week}>
        {weekDays.map(({ day, label }) => {
          const own = rows.filter(({ dayOfWeek }) => dayOfWeek === day)
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in all browsers
            <div key={day} className={classes.day} role="group" aria-label={label}>
              <span className={classes.dayName}>{label}</span>
              <div className={classes.stretches}>
                {own.length === 0 && <span className={classes.off}>Off</span>}
                {own.map((row, index) => (
                  <HoursRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place in the day
                    key={index}
                    row={row}
                    day={label}
                    awayStatuses={awayStatuses}
                    error={rows.indexOf(row) === refused ? error : undefined}
                    onChange={(part) => put(row, part)}
                    onRemove={() => onChange(rows.filter((each) => each !== row))}
                  />
                ))}
              </div>
              <DayActions
                label={label}
                isOff={own.length === 0}
                onAdd={() => onChange([...rows, nextStretch(day, rows)])}
                onCopy={(days) => onChange(copyDay(rows, day, days))}
                onClear={() => onChange(rows.filter((row) => !own.includes(row)))}
              />
            </div>
          )
        })}
      </div>
      {error && refused === undefined && (
        <Input.Error mt="xs" role="alert">
          {error}
        </Input.Error>
      )}
    </div>
  )
}
