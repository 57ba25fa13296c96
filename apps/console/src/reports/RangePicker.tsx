import { Button, Popover, TextInput } from '@mantine/core'
import { IconCalendar, IconCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { addDays, formatPeriod, type Period, type PresetId, presetPeriod, presets } from './periods.ts'
import classes from './reports.module.css'

interface RangePickerProps {
  readonly preset: PresetId | 'custom'
  readonly period: Period
  readonly today: string
  readonly onPreset: (preset: PresetId) => void
  /** Both days inclusive. */
  readonly onCustom: (from: string, to: string) => void
}

/** Chooses the days a report covers: by name, or from one day to another. */
export function RangePicker({ preset, period, today, onPreset, onCustom }: RangePickerProps) {
  const [isOpen, setOpen] = useState(false)
  const name = presets.find(({ id }) => id === preset)?.label
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={348} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} />}
          onClick={() => setOpen((before) => !before)}
          aria-label={`Dates: ${name ?? formatPeriod(period)}`}
        >
          {name ?? formatPeriod(period)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <div role="listbox" aria-label="Dates">
          {presets.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              role="option"
              aria-selected={id === preset}
              className={classes.preset}
              onClick={() => {
                onPreset(id)
                setOpen(false)
              }}
            >
              <span>{label}</span>
              {id === preset ? (
                <IconCheck size={16} />
              ) : (
                <span className={classes.presetDays}>{formatPeriod(presetPeriod(id, today))}</span>
              )}
            </button>
          ))}
        </div>
        <CustomRange
          key={`${period.from}${period.to}`}
          period={period}
          onApply={(from, to) => {
            onCustom(from, to)
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

interface CustomRangeProps {
  readonly period: Period
  readonly onApply: (from: string, to: string) => void
}

function CustomRange({ period, onApply }: CustomRangeProps) {
  const [from, setFrom] = useState(period.from)
  const [to, setTo] = useState(addDays(period.to, -1))
  const isValid = from !== '' && to !== '' && from <= to
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (isValid) onApply(from, to)
  }
  return (
    <form className={classes.custom} onSubmit={apply}>
      <div className={classes.customDays}>
        <TextInput
          type="date"
          label="From"
          value={from}
          max="9999-12-31"
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="To"
          value={to}
          max="9999-12-31"
          error={from && to && from > to ? 'Before the first day' : undefined}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" variant="default" fullWidth disabled={!isValid}>
        Show these days
      </Button>
    </form>
  )
}
