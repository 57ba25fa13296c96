import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useUrlQuery } from '../../app/area.tsx'
import { Page } from '../../ui/page.tsx'
import { Gate, useMay } from '../ui/access.tsx'
import panel from '../ui/panel-ui.module.css'
import { useOpenItem } from '../ui/use-open-item.ts'
import { PermissionMatrix } from './PermissionMatrix.tsx'
import { RoleForm } from './RoleForm.tsx'
import { RoleList } from './RoleList.tsx'
import { useRoles } from './roles.queries.ts'

/** Roles, and what each of them may do. */
export function RolesPage() {
  const mayList = useMay('roles.list')
  const roles = useRoles(mayList)
  const item = useOpenItem()
  const [query, changeQuery] = useUrlQuery()
  const view = query.view === 'permissions' ? 'permissions' : 'roles'
  const opened = roles.data?.find(({ id }) => id === item.id)
  const views = (
    <SegmentedControl
      aria-label="View"
      classNames={{ root: panel.segments ?? '' }}
      value={view}
      onChange={(next) => changeQuery({ view: next === 'roles' ? undefined : next })}
      data={[
        { value: 'roles', label: 'Roles' },
        { value: 'permissions', label: 'Permissions' },
      ]}
    />
  )
  return (
    <Page
      title="Roles & permissions"
      sentence="A role is a set of permissions; an agent may do what any of their roles allows."
      width={view === 'permissions' ? 'full' : 'normal'}
      action={
        mayList && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => item.open('new')}>
            Add role
          </Button>
        )
      }
    >
      <Gate needs="roles.list">
        {view === 'roles' ? (
          <RoleList roles={roles} onOpen={item.open} openId={item.id} views={views} />
        ) : (
          <PermissionMatrix roles={roles} views={views} />
        )}
        {(item.id === 'new' || opened) && <RoleForm key={item.id} role={opened} onClose={item.close} />}
      </Gate>
    </Page>
  )
}
