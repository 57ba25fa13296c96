import { Select } from '@mantine/core'
import { browserOffset, zoneChoices, zoneLabel } from '../zones.ts'
import classes from './chat-volume.module.css'
import { type ChatVolumeView, groupChoices, groupFits } from './chat-volume.search.ts'

interface Thing {
  readonly id: string
  readonly name: string
}

interface ReportFiltersProps {
  readonly view: ChatVolumeView
  readonly campaigns: readonly Thing[]
  readonly departments: readonly Thing[]
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
}

/** How the chats are grouped, which ones count, and by whose clock. */
export function ReportFilters({ view, campaigns, departments, onChange }: ReportFiltersProps) {
  const browser = browserOffset()
  const filterChoices = [
    { group: 'Campaigns', items: campaigns.map(({ id, name }) => ({ value: `campaign:${id}`, label: name })) },
    { group: 'Departments', items: departments.map(({ id, name }) => ({ value: `department:${id}`, label: name })) },
  ].filter(({ items }) => items.length > 0)
  const zones = [
    { value: browser, label: `This browser (GMT${browser})` },
    ...(view.zone === browser || zoneChoices.some(({ id }) => id === view.zone)
      ? []
      : [{ value: view.zone, label: zoneLabel(view.zone) }]),
    ...zoneChoices.map(({ id, label }) => ({ value: id, label })),
  ]
  return (
    <div className={classes.filters}>
      <Select
        label="By"
        w={190}
        allowDeselect={false}
        data={groupChoices.map(({ id, label }) => ({ value: id, label, disabled: !groupFits(id, view.period) }))}
        value={view.group}
        onChange={(group) => onChange({ group: group ?? undefined })}
      />
      <Select
        label="Chats"
        w={200}
        placeholder="All chats"
        clearable
        data={filterChoices}
        value={view.filter ? `${view.filter.name}:${view.filter.value}` : null}
        onChange={(value) => {
          const [name, id] = value?.split(':') ?? []
          onChange({
            campaign: name === 'campaign' ? id : undefined,
            department: name === 'department' ? id : undefined,
          })
        }}
      />
      <Select
        label="Time zone"
        w={260}
        searchable
        allowDeselect={false}
        nothingFoundMessage="No such zone"
        maxDropdownHeight={280}
        comboboxProps={{ width: 420, position: 'bottom-start' }}
        data={zones}
        value={view.zone}
        onChange={(zone) => onChange({ zone: zone === browser ? undefined : (zone ?? undefined) })}
      />
    </div>
  )
}
