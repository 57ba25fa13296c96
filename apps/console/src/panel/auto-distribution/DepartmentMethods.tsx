import { Select, Switch } from '@mantine/core'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { useDepartments } from '../departments/departments.queries.ts'
import { useMay } from '../ui/access.tsx'
import type { DepartmentRow, Method } from './auto-distribution.queries.ts'
import { methods } from './methods.ts'
import { departmentRows, withRow } from './rows.ts'

interface DepartmentMethodsProps {
  readonly rows: readonly DepartmentRow[]
  readonly onChange: (rows: DepartmentRow[]) => void
}

const methodChoices = [
  { value: 'site', label: 'As above' },
  ...methods.map(({ id, label }) => ({ value: id as string, label })),
]

/** What departments do otherwise than the site. */
export function DepartmentMethods({ rows, onChange }: DepartmentMethodsProps) {
  const mayList = useMay('departments.list')
  const departments = useDepartments(mayList)
  const all = departments.data ?? []
  if (!all.length) return null

  const change = (row: DepartmentRow) =>
    onChange(withRow(rows, row, ({ departmentId }) => departmentId === row.departmentId))
  const nameOf = ({ departmentId }: DepartmentRow) => all.find(({ id }) => id === departmentId)?.name ?? ''
  const columns: readonly Column<DepartmentRow>[] = [
    { key: 'name', header: 'Department', sortBy: nameOf, render: nameOf },
    {
      key: 'method',
      header: 'Method',
      width: 160,
      render: (row) => (
        <Select
          aria-label={`Method of ${nameOf(row)}`}
          miw={150}
          data={methodChoices}
          allowDeselect={false}
          value={row.autoDistributionMethod ?? 'site'}
          onChange={(value) =>
            change({ ...row, autoDistributionMethod: value === 'site' ? null : (value as Method | null) })
          }
        />
      ),
    },
    {
      key: 'preferred',
      header: 'Known agent first',
      width: 140,
      render: (row) => (
        <Switch
          aria-label={`Prefer the known agent in ${nameOf(row)}`}
          checked={row.isLastChattedAgentPreferred ?? false}
          onChange={(event) => change({ ...row, isLastChattedAgentPreferred: event.currentTarget.checked })}
        />
      ),
    },
    {
      key: 'backup',
      header: 'When nobody is there',
      width: 180,
      render: (row) => (
        <Select
          aria-label={`Backup of ${nameOf(row)}`}
          miw={150}
          placeholder="No backup"
          clearable
          data={all.filter(({ id }) => id !== row.departmentId).map(({ id, name }) => ({ value: id, label: name }))}
          value={row.backupDepartmentId}
          onChange={(value) => change({ ...row, backupDepartmentId: value })}
        />
      ),
    },
  ]
  return (
    <Section title="Departments" sentence="A department can have its own method, and another that helps out.">
      <DataTable
        label="Departments"
        columns={columns}
        rows={departmentRows(
          all.map(({ id }) => id),
          rows,
        )}
        rowKey={({ departmentId }) => departmentId}
        initialSort={{ key: 'name', isDescending: false }}
        empty={null}
      />
    </Section>
  )
}
