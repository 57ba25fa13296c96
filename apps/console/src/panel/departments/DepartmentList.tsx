import { Button } from '@mantine/core'
import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-dot.tsx'
import { Gate, useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { FeatureOffNote } from '../ui/feature-off-note.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { DepartmentForm } from './DepartmentForm.tsx'
import { type Department, useDepartments } from './departments.queries.ts'

const byName = { key: 'name', isDescending: false }

function mailWords({ offlineMessageMailTo, offlineMessageEmailAddresses }: Department): string {
  return offlineMessageMailTo === 'The email address(es)' ? (offlineMessageEmailAddresses ?? '') : 'All its agents'
}

const columns: readonly Column<Department>[] = [
  {
    key: 'name',
    header: 'Department',
    sortBy: ({ name }) => name,
    render: ({ name, description }) => <NameCell name={name} note={description} />,
  },
  {
    key: 'chat',
    header: 'In chat',
    width: 120,
    hideBelow: 'sm',
    render: ({ isAvailableInChat }) =>
      isAvailableInChat ? <StatusTag tone="green">Yes</StatusTag> : <StatusTag tone="grey">No</StatusTag>,
  },
  {
    key: 'mail',
    header: 'Offline messages go to',
    hideBelow: 'md',
    render: (department) => <div className="p-truncate">{mailWords(department)}</div>,
  },
  {
    key: 'members',
    header: 'Members',
    width: 110,
    align: 'right',
    sortBy: ({ agentIds }) => agentIds.length,
    render: ({ agentIds }) => agentIds.length,
  },
]

/** The teams a visitor can choose between. */
export function DepartmentList() {
  const mayList = useMay('departments.list')
  const departments = useDepartments(mayList)
  const item = useOpenItem()
  const opened = departments.data?.find(({ id }) => id === item.id)
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => item.open('new')}>
      Add department
    </Button>
  )
  return (
    <Page
      title="Departments"
      sentence="Teams that chats can be sent to; visitors may choose one before they start."
      action={mayList && add}
    >
      <Gate needs="departments.list">
        <FeatureOffNote feature="isDepartmentEnabled" name="Departments" />
        <DataTable
          label="Departments"
          columns={columns}
          rows={departments.data}
          isLoading={departments.isPending}
          error={departments.error}
          onRetry={() => void departments.refetch()}
          rowKey={({ id }) => id}
          searchText={({ name, description }) => `${name} ${description ?? ''}`}
          initialSort={byName}
          isInAddress
          onRowClick={({ id }) => item.open(id)}
          selectedKey={item.id}
          empty={
            <EmptyState icon={IconBuilding} title="No departments yet" action={add}>
              With departments, a question about an invoice reaches accounting and not the whole team.
            </EmptyState>
          }
        />
        {(item.id === 'new' || opened) && <DepartmentForm key={item.id} department={opened} onClose={item.close} />}
      </Gate>
    </Page>
  )
}
