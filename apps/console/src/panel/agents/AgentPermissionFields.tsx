import { Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { PermissionChecklist } from '../permissions/PermissionChecklist.tsx'
import { useRoles } from '../roles/roles.queries.ts'
import type { AgentValues } from './AgentForm.tsx'
import type { Agent } from './agents.queries.ts'

interface AgentPermissionFieldsProps {
  readonly agent: Agent
  readonly form: UseFormReturnType<AgentValues>
}

/** An agent's own permissions, beside those that come from roles. */
export function AgentPermissionFields({ agent, form }: AgentPermissionFieldsProps) {
  const roles = useRoles()
  if (agent.isAdmin) return <Text c="dimmed">Administrators hold every permission.</Text>
  const inherited = new Map<number, string>()
  for (const role of roles.data ?? []) {
    if (!form.values.roleIds.includes(role.id)) continue
    for (const id of role.permissionIds) {
      const before = inherited.get(id)
      inherited.set(id, before ? `${before}, ${role.name}` : `from ${role.name}`)
    }
  }
  return (
    <>
      <Text c="dimmed" mb="md">
        Permissions of this agent alone, beside those that come with the roles.
      </Text>
      <PermissionChecklist
        held={form.values.permissionIds}
        onChange={(held) => form.setFieldValue('permissionIds', held)}
        inherited={inherited}
      />
    </>
  )
}
