import { Select } from '@mantine/core'
import { timeZones } from '@parley/contract'
import type { ReactNode } from 'react'

interface TimeZoneSelectProps {
  readonly label?: string | undefined
  readonly withAsterisk?: boolean
  readonly clearable?: boolean
  readonly 'aria-label'?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly error?: ReactNode
}

/** Zones that share an id share a line. */
const choices = [...Map.groupBy(timeZones, ({ id }) => id)].map(([value, zones]) => ({
  value: value as string,
  label: zones
    .map(({ displayName }, index) => (index === 0 ? displayName : displayName.replace(/^\([^)]*\) /, '')))
    .join(', '),
}))

/** A time zone as people know it, by its offset and cities; an id there is no name for as it is. */
export function timeZoneName(id: string | null): string | null {
  return choices.find(({ value }) => value === id)?.label ?? id
}

/** A time zone by its offset and cities. */
export function TimeZoneSelect(props: TimeZoneSelectProps) {
  return (
    <Select
      label="Time zone"
      withAsterisk
      searchable
      allowDeselect={false}
      nothingFoundMessage="No such zone"
      data={choices}
      maxDropdownHeight={280}
      {...props}
    />
  )
}
