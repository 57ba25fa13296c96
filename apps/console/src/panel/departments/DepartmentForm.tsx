import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { flushSync } from 'react-dom'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { AgentSelect } from '../agents/AgentSelect.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import {
  type Department,
  useCreateDepartment,
  useDeleteDepartment,
  useUpdateDepartment,
} from './departments.queries.ts'

type MailTo = Department['offlineMessageMailTo']

interface DepartmentFormProps {
  /** Left out for a new one. */
  readonly department: Department | undefined
  readonly onClose: () => void
}

/** Makes or changes a department. */
export function DepartmentForm({ department, onClose }: DepartmentFormProps) {
  const create = useCreateDepartment()
  const update = useUpdateDepartment()
  const remove = useDeleteDepartment()
  const [confirm, confirmModal] = useConfirm()
  const state = useSaveForm({
    entity: 'Department',
    isNew: !department,
    initialValues: {
      name: department?.name ?? '',
      description: toInput(department?.description),
      agentIds: department?.agentIds ?? [],
      isAvailableInChat: department?.isAvailableInChat ?? true,
      offlineMessageMailTo: department?.offlineMessageMailTo ?? ('All agents in the department' as MailTo),
      offlineMessageEmailAddresses: toInput(department?.offlineMessageEmailAddresses),
    },
    done: department ? 'Department saved' : 'Department added',
    save: (values, changed) =>
      department
        ? update.mutateAsync({ params: { id: department.id }, body: toBody(changed, ['name']) })
        : create.mutateAsync({ body: toBody(values, ['name']) }),
    onSaved: onClose,
  })
  const { form } = state

  const askToDelete = (each: Department) =>
    confirm({
      title: `Delete the department “${each.name}”?`,
      consequence:
        'Visitors can no longer choose it, and rules that send chats to it no longer find it. Its agents stay. This cannot be undone.',
      confirmLabel: 'Delete department',
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
        title={department ? department.name : 'Add department'}
        state={state}
        submitLabel={department ? 'Save changes' : 'Add department'}
        onClose={onClose}
        isNew={!department}
        actions={department && <DeleteButton label={department.name} onClick={() => askToDelete(department)} />}
      >
        <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
        <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
        <AgentSelect
          label="Members"
          description="Chats for this department go to these agents"
          {...form.getInputProps('agentIds')}
        />
        <SwitchRow
          label="Available in chat"
          note="Visitors can choose it and chats can be sent to it."
          isOn={form.values.isAvailableInChat}
          onChange={(isOn) => form.setFieldValue('isAvailableInChat', isOn)}
        />
        <Radio.Group
          label="Offline messages go to"
          description="By e-mail, when nobody is there to chat"
          {...form.getInputProps('offlineMessageMailTo')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="All agents in the department" label="All agents of the department" />
            <Radio value="The email address(es)" label="These addresses" />
          </Stack>
        </Radio.Group>
        {form.values.offlineMessageMailTo === 'The email address(es)' && (
          <TextInput
            label="E-mail addresses"
            description="Several are separated by commas"
            withAsterisk
            {...form.getInputProps('offlineMessageEmailAddresses')}
          />
        )}
      </FormDrawer>
      {confirmModal}
    </>
  )
}
