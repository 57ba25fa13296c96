import { Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useGoTo } from '../../ui/app-link.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { toBody } from '../ui/form-text.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { useCreateCampaign } from './campaigns.queries.ts'
import { LanguageSelect } from './LanguageSelect.tsx'

/** Makes a campaign, and goes to its page for the installation code. */
export function CampaignForm({ onClose }: { readonly onClose: () => void }) {
  const create = useCreateCampaign()
  const goTo = useGoTo()
  const createdId = useRef<string>(undefined)
  const state = useSaveForm({
    entity: 'Campaign',
    isNew: true,
    initialValues: { name: '', description: '', language: 'English' },
    done: 'Campaign added',
    save: async (values) => {
      const campaign = await create.mutateAsync({ body: toBody(values, ['name', 'language']) })
      createdId.current = campaign.id
    },
    onSaved: () => goTo(`/panel/campaigns/${createdId.current}`),
  })
  const { form } = state
  return (
    <FormDrawer title="Add campaign" state={state} submitLabel="Add campaign" onClose={onClose} isNew>
      <TextInput
        label="Name"
        description="For your team; visitors do not see it"
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
      <LanguageSelect {...form.getInputProps('language')} />
    </FormDrawer>
  )
}
