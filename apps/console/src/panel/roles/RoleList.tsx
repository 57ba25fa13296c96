import { IconLock, IconShield } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { NameCell } from '../ui/cells.tsx'
import type { Role } from './roles.queries.ts'

const columns: readonly Column<Role>[] = [
  {
    key: 'name',
    header: 'Role',
    render: (role) => (
      <NameCell
        name={role.name}
        note={role.description}
        leading={role.type === 'custom' ? <IconShield size={18} stroke={1.6} /> : <IconLock size={18} stroke={1.6} />}
      />
    ),
  },
  {
    key: 'type',
    header: 'Kind',
    width: 120,
    hideBelow: 'sm',
    render: ({ type }) => (type === 'custom' ? 'Yours' : 'Built in'),
  },
  { key: 'members', header: 'Members', width: 110, align: 'right', render: ({ agentIds }) => agentIds.length },
  {
    key: 'permissions',
    hideBelow: 'sm',
    header: 'Permissions',
    width: 120,
    align: 'right',
    render: ({ type, permissionIds }) => (type === 'administrator' ? 'All' : permissionIds.length),
  },
]

interface RoleListProps {
  readonly roles: UseQueryResult<Role[]>
  readonly onOpen: (id: string) => void
  readonly openId: string | undefined
  /** The switch between list and matrix. */
  readonly views: ReactNode
}

/** The site's roles. */
export function RoleList({ roles, onOpen, openId, views }: RoleListProps) {
  return (
    <DataTable
      label="Roles"
      columns={columns}
      rows={roles.data}
      isLoading={roles.isPending}
      error={roles.error}
      onRetry={() => void roles.refetch()}
      rowKey={({ id }) => id}
      searchText={({ name, description }) => `${name} ${description ?? ''}`}
      isInAddress
      filters={views}
      onRowClick={({ id }) => onOpen(id)}
      selectedKey={openId}
      empty={<EmptyState icon={IconShield} title="No roles" isCompact />}
    />
  )
}
