import { TagsInput, TextInput } from '@mantine/core'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { useCreateOAuthClient } from './api-keys.queries.ts'

/** Registers an OAuth application. */
export function OAuthClientForm({ onClose }: { readonly onClose: () => void }) {
  const create = useCreateOAuthClient()
  const state = useSaveForm({
    entity: 'OAuthClient',
    isNew: true,
    initialValues: { name: '', redirectUris: [] as string[] },
    done: 'Application registered',
    save: (values) => create.mutateAsync({ body: values }),
    onSaved: onClose,
  })
  const { form } = state
  // the API names the address that is wrong: redirectUris[0]
  const wrong = Object.entries(form.errors).find(([name]) => name.startsWith('redirectUris'))?.[1]
  return (
    <FormDrawer
      title="Register application"
      subtitle="Agents will be asked whether it may act for them."
      state={state}
      submitLabel="Register application"
      onClose={onClose}
      isNew
    >
      <TextInput
        label="Name"
        description="What agents are asked about"
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TagsInput
        label="Redirect addresses"
        description="Where agents go back to, exactly as the application sends it. Press Enter after each."
        placeholder={form.values.redirectUris.length ? '' : 'https://app.example.com/callback'}
        withAsterisk
        acceptValueOnBlur
        splitChars={[' ', ',']}
        {...form.getInputProps('redirectUris')}
        error={wrong}
      />
    </FormDrawer>
  )
}
