import type { Shape } from '@parley/contract'
import { IconCalendarTime } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { useMay } from '../ui/access.tsx'
import { NameCell, TextCell } from '../ui/cells.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { timeZoneName } from '../ui/time-zone-select.tsx'
import { ShiftForm } from './ShiftForm.tsx'
import { weekHours } from './shift-hours.ts'

type Shift = Shape<'Shift'>

const kind: ResourceKind<Shift> = {
  label: 'Shifts',
  noun: 'shift',
  list: 'shifts.list',
  create: 'shifts.create',
  searchText: ({ name, timeZone }) => `${name} ${timeZoneName(timeZone) ?? ''}`,
  sort: { key: 'name', isDescending: false },
  columns: [
    { key: 'name', header: 'Shift', sortBy: ({ name }) => name, render: ({ name }) => <NameCell name={name} /> },
    {
      key: 'zone',
      header: 'Time zone',
      hideBelow: 'md',
      render: ({ timeZone }) => <TextCell>{timeZoneName(timeZone)}</TextCell>,
    },
    {
      key: 'hours',
      header: 'Per week',
      width: 120,
      align: 'right',
      hideBelow: 'sm',
      render: ({ workingHours }) => weekHours(workingHours),
    },
    {
      key: 'agents',
      header: 'Agents',
      width: 100,
      align: 'right',
      sortBy: ({ agentIds }) => agentIds.length,
      render: ({ agentIds }) => agentIds.length,
    },
  ],
  empty: {
    icon: IconCalendarTime,
    title: 'No shifts yet',
    text: 'A shift says when its agents work, by weekday, with holidays and a time zone.',
  },
}

/** When agents work. */
export function ShiftList() {
  const mayList = useMay(kind.list)
  const shifts = useApiQuery('shifts.list', undefined, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="When your agents work: the status of whoever is signed in follows these hours and holidays."
      query={shifts}
      drawer={(shift, close) => <ShiftForm shift={shift} onClose={close} />}
    />
  )
}
