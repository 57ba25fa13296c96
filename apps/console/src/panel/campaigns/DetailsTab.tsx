import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useGoTo } from '../../ui/app-link.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { ReadOnlyNote, useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { useSaveForm } from '../ui/use-save-form.ts'
import { type Campaign, useDeleteCampaign, useUpdateCampaign } from './campaigns.queries.ts'
import { InstallationCode } from './InstallationCode.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'

/** What a campaign is called, the code that installs it, and the way to delete it. */
export function DetailsTab({ campaign }: { readonly campaign: Campaign }) {
  const update = useUpdateCampaign()
  const remove = useDeleteCampaign()
  const mayChange = useMay('campaigns.update')
  const goTo = useGoTo()
  const [confirm, confirmModal] = useConfirm()
  const state = useSaveForm({
    entity: 'Campaign',
    isNew: false,
    initialValues: {
      name: campaign.name,
      description: toInput(campaign.description),
      language: campaign.language,
    },
    done: 'Campaign saved',
    save: (_, changed) =>
      update.mutateAsync({ params: { id: campaign.id }, body: toBody(changed, ['name', 'language']) }),
  })
  const { form } = state

  const askToDelete = () =>
    confirm({
      title: `Delete the campaign “${campaign.name}”?`,
      consequence:
        'The chat button disappears from every page that carries this campaign’s installation code. Past chats stay. This cannot be undone.',
      confirmLabel: 'Delete campaign',
      onConfirm: async () => {
        state.discard()
        await remove.mutateAsync({ params: { id: campaign.id } })
        goTo('/panel/campaigns')
        toastDone(`Deleted “${campaign.name}”`)
      },
    })

  return (
    <>
      <ReadOnlyNote needs="campaigns.update" />
      <Section title="Installation code" sentence="Paste it before </body> on every page that should have the button.">
        <InstallationCode campaignId={campaign.id} />
      </Section>
      <Section title="Details">
        <FormErrors errors={form.errors} message={state.problem} />
        <fieldset className={panel.fieldset} disabled={!mayChange || state.isSaving}>
          <Stack gap="md">
            <TextInput
              label="Name"
              description="For your team; visitors do not see it"
              withAsterisk
              {...form.getInputProps('name')}
            />
            <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
            <LanguageSelect {...form.getInputProps('language')} />
          </Stack>
        </fieldset>
      </Section>
      {mayChange && (
        <Section
          title="Delete this campaign"
          sentence="Its chat button disappears from every page."
          action={
            <Button variant="default" leftSection={<IconTrash size={16} />} onClick={askToDelete}>
              Delete
            </Button>
          }
        >
          {null}
        </Section>
      )}
      <SaveBar
        isDirty={state.isDirty}
        isSaving={state.isSaving}
        onSave={() => void state.submit()}
        onDiscard={state.discard}
      />
      {confirmModal}
    </>
  )
}
