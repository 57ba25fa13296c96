import { Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { AgentSelect } from '../agents/AgentSelect.tsx'
import { PermissionChecklist } from '../permissions/PermissionChecklist.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { useSaveForm } from '../ui/use-save-form.ts'
import { type Role, useCreateRole, useDeleteRole, useUpdateRole } from './roles.queries.ts'

interface RoleFormProps {
  /** Left out for a new one. */
  readonly role: Role | undefined
  readonly onClose: () => void
}

/** Makes or changes a role. Built-in roles stay, and the administrator's permissions are all there are. */
export function RoleForm({ role, onClose }: RoleFormProps) {
  const create = useCreateRole()
  const update = useUpdateRole()
  const remove = useDeleteRole()
  const [confirm, confirmModal] = useConfirm()
  const state = useSaveForm({
    entity: 'Role',
    initialValues: {
      name: role?.name ?? '',
      description: toInput(role?.description),
      agentIds: role?.agentIds ?? [],
      permissionIds: role?.permissionIds ?? [],
    },
    done: role ? 'Role saved' : 'Role added',
    save: (values, changed) =>
      role
        ? update.mutateAsync({ params: { id: role.id }, body: toBody(changed, ['name']) })
        : create.mutateAsync({ body: toBody(values, ['name']) }),
    onSaved: onClose,
  })
  const { form } = state
  const isBuiltIn = role !== undefined && role.type !== 'custom'

  const askToDelete = (each: Role) =>
    confirm({
      title: `Delete the role “${each.name}”?`,
      consequence: `${memberWords(each.agentIds.length)} the permissions that come with it, unless another role gives them. This cannot be undone.`,
      confirmLabel: 'Delete role',
      onConfirm: async () => {
        state.discard()
        await remove.mutateAsync({ params: { id: each.id } })
        onClose()
        toastDone(`Deleted “${each.name}”`)
      },
    })

  return (
    <>
      <FormDrawer
        title={role ? role.name : 'Add role'}
        subtitle={isBuiltIn ? 'Built in: cannot be deleted' : undefined}
        state={state}
        submitLabel={role ? 'Save changes' : 'Add role'}
        onClose={onClose}
        isNew={!role}
        actions={role && !isBuiltIn && <DeleteButton label={role.name} onClick={() => askToDelete(role)} />}
      >
        <Tabs defaultValue="role" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="role">Role</Tabs.Tab>
            <Tabs.Tab value="permissions">Permissions</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="role" className={panel.fields ?? ''}>
            <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
            <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
            <AgentSelect label="Members" {...form.getInputProps('agentIds')} />
          </Tabs.Panel>
          <Tabs.Panel value="permissions">
            {role?.type === 'administrator' ? (
              <Text c="dimmed">Administrators hold every permission.</Text>
            ) : (
              <PermissionChecklist
                held={form.values.permissionIds}
                onChange={(held) => form.setFieldValue('permissionIds', held)}
              />
            )}
          </Tabs.Panel>
        </Tabs>
      </FormDrawer>
      {confirmModal}
    </>
  )
}

function memberWords(count: number): string {
  if (count === 0) return 'Nobody has this role. It goes with'
  return count === 1 ? 'One agent loses' : `${count} agents lose`
}
