import { ActionIcon, Button, Input, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { dayKey } from '../../lib/time.ts'
import { refusedRow } from './shift-hours.ts'
import classes from './shifts.module.css'

type Holiday = Pick<Shape<'Holiday'>, 'name' | 'date'>

interface HolidayRowsProps {
  readonly value: readonly Holiday[]
  readonly onChange: (rows: Holiday[]) => void
  readonly error?: ReactNode
}

/** Days on which nobody of the shift works. */
export function HolidayRows({ value: rows, onChange, error }: HolidayRowsProps) {
  const refused = refusedRow('holidays', error)
  const put = (index: number, part: Partial<Holiday>) =>
    onChange(rows.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <div>
      {rows.length === 0 && <p className={classes.none}>None: the working hours hold on every day.</p>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a holiday has no name but its place in the list
        <div key={index} className={classes.holiday}>
          <TextInput
            type="date"
            aria-label={`Date of holiday ${index + 1}`}
            value={row.date}
            error={index === refused}
            onChange={(event) => put(index, { date: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Name of holiday ${index + 1}`}
            placeholder="New Year"
            value={row.name}
            error={index === refused ? error : undefined}
            onChange={(event) => put(index, { name: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={`Remove holiday ${index + 1}`}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {error && refused === undefined && <Input.Error mb="xs">{error}</Input.Error>}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...rows, { name: '', date: dayKey(new Date().toISOString()) }])}
      >
        Add holiday
      </Button>
    </div>
  )
}
