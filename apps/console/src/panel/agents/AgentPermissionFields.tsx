import { Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { PermissionChecklist } from '../permissions/PermissionChecklist.tsx'
import { usePermissions } from '../permissions/permissions.queries.ts'
import { useRoles } from '../roles/roles.queries.ts'
import type { AgentValues } from './AgentForm.tsx'
import { permissionsFromRoles } from './permissions-from-roles.ts'

/** What an agent may do: the permissions of the agent alone, beside those that come with the chosen roles. */
export function AgentPermissionFields({ form }: { readonly form: UseFormReturnType<AgentValues> }) {
  const roles = useRoles()
  const permissions = usePermissions()
  const { isAdmin, roleIds, permissionIds } = form.values
  const chosen = (roles.data ?? []).filter(({ id, type }) => roleIds.includes(id) || type === 'agent')
  if (isAdmin || chosen.some(({ type }) => type === 'administrator'))
    return <Text c="dimmed">Administrators hold every permission.</Text>
  const inherited = permissionsFromRoles(chosen)
  const own = permissionIds.filter((id) => !inherited.has(id)).length
  return (
    <>
      <Text c="dimmed">
        {permissions.data &&
          `${inherited.size + own} of ${permissions.data.length} permissions: ${inherited.size} come with roles, ${own} ${own === 1 ? 'is' : 'are'} of this agent alone.`}
      </Text>
      <PermissionChecklist
        held={permissionIds}
        onChange={(held) => form.setFieldValue('permissionIds', held)}
        inherited={inherited}
      />
    </>
  )
}
