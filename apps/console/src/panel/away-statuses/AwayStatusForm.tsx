import { TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useMay } from '../ui/access.tsx'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'

interface AwayStatusFormProps {
  /** Left out for a new one. */
  readonly status: Shape<'AgentAwayStatus'> | undefined
  readonly onClose: () => void
}

/** Makes or renames an away status; the built-in one stays as it is. */
export function AwayStatusForm({ status, onClose }: AwayStatusFormProps) {
  const changes = useChanges('agentAwayStatuses', ['agents.', 'parley.workplace'])
  const mayChange = useMay('agentAwayStatuses.update') && !status?.isSystem
  const state = useSaveForm({
    entity: 'AgentAwayStatus',
    isNew: !status,
    initialValues: { name: status?.name ?? '' },
    done: status ? 'Away status saved' : 'Away status added',
    save: (values) =>
      status ? changes.update({ params: { id: status.id }, body: values }) : changes.create({ body: values }),
    onSaved: onClose,
  })
  return (
    <ResourceDrawer
      noun="away status"
      name={status?.name}
      subtitle={status?.isSystem && 'Built in: every site has it, and it keeps its name.'}
      state={state}
      mayChange={mayChange}
      needs="agentAwayStatuses.update"
      remove={status && (() => changes.remove({ params: { id: status.id } }))}
      consequence="Agents who have it right now become Away. Reports keep the time that was spent in it."
      onClose={onClose}
    >
      <TextInput
        label="Name"
        description="Short, as agents see it in the menu: Lunch, Meeting"
        withAsterisk
        data-autofocus
        {...state.form.getInputProps('name')}
      />
    </ResourceDrawer>
  )
}
