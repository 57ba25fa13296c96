import { TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { useCreateApiKey } from './api-keys.queries.ts'

interface ApiKeyFormProps {
  readonly onMade: (key: Shape<'NewApiKey'>) => void
  readonly onClose: () => void
}

/** Names a new API key. */
export function ApiKeyForm({ onMade, onClose }: ApiKeyFormProps) {
  const create = useCreateApiKey()
  const state = useSaveForm({
    entity: 'ApiKey',
    isNew: true,
    initialValues: { name: '' },
    done: 'API key created',
    save: async (values) => onMade(await create.mutateAsync({ body: values })),
    onSaved: onClose,
  })
  return (
    <FormDrawer
      title="Create API key"
      subtitle="It can do whatever you can, as long as you can."
      state={state}
      submitLabel="Create key"
      onClose={onClose}
      isNew
    >
      <TextInput
        label="Name"
        description="The program or person that will use it, so that you know which one to revoke"
        placeholder="Nightly export"
        withAsterisk
        data-autofocus
        {...state.form.getInputProps('name')}
      />
    </FormDrawer>
  )
}
