import { Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { flushSync } from 'react-dom'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { AgentSelect } from '../agents/AgentSelect.tsx'
import { PermissionChecklist } from '../permissions/PermissionChecklist.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { FormTabs } from '../ui/form-tabs.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { type Role, useCreateRole, useDeleteRole, useUpdateRole } from './roles.queries.ts'

interface RoleFormProps {
  /** Left out for a new one. */
  readonly role: Role | undefined
  readonly onClose: () => void
}

function roleValues(role: Role | undefined) {
  return {
    name: role?.name ?? '',
    description: toInput(role?.description),
    agentIds: role?.agentIds ?? [],
    permissionIds: role?.permissionIds ?? [],
  }
}

type RoleValues = ReturnType<typeof roleValues>

/** Makes or changes a role. Built-in roles stay, and the administrator's permissions are all there are. */
export function RoleForm({ role, onClose }: RoleFormProps) {
  const create = useCreateRole()
  const update = useUpdateRole()
  const remove = useDeleteRole()
  const [confirm, confirmModal] = useConfirm()
  const state = useSaveForm({
    entity: 'Role',
    isNew: !role,
    initialValues: roleValues(role),
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
        await remove.mutateAsync({ params: { id: each.id } })
        flushSync(() => state.discard())
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
        isTabbed
        actions={role && !isBuiltIn && <DeleteButton label={role.name} onClick={() => askToDelete(role)} />}
      >
        <FormTabs
          errors={form.errors}
          tabs={[
            { label: 'Role', fields: ['name', 'description', 'agentIds'], content: <RoleFields form={form} /> },
            {
              label: 'Permissions',
              fields: ['permissionIds'],
              content:
                role?.type === 'administrator' ? (
                  <Text c="dimmed">Administrators hold every permission.</Text>
                ) : (
                  <PermissionChecklist
                    held={form.values.permissionIds}
                    onChange={(held) => form.setFieldValue('permissionIds', held)}
                  />
                ),
            },
          ]}
        />
      </FormDrawer>
      {confirmModal}
    </>
  )
}

function RoleFields({ form }: { readonly form: UseFormReturnType<RoleValues> }) {
  return (
    <>
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
      <AgentSelect label="Members" {...form.getInputProps('agentIds')} />
    </>
  )
}

function memberWords(count: number): string {
  if (count === 0) return 'Nobody has this role. It goes with'
  return count === 1 ? 'One agent loses' : `${count} agents lose`
}
