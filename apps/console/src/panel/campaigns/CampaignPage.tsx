import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { IconArrowLeft, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useAreaParam } from '../../app/area.tsx'
import { AppLink, useGoTo } from '../../ui/app-link.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { Loaded } from '../../ui/states.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { ReadOnlyNote, useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { useSaveForm } from '../ui/use-save-form.ts'
import { type Campaign, useCampaign, useDeleteCampaign, useUpdateCampaign } from './campaigns.queries.ts'
import { InstallationCode } from './InstallationCode.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'

/** One campaign: its name and the code that installs it. */
export function CampaignPage() {
  const campaign = useCampaign(useAreaParam('campaignId'))
  const back = (
    <AppLink href="/panel/campaigns" className={panel.back}>
      <IconArrowLeft size={16} /> Campaigns
    </AppLink>
  )
  if (campaign.data) return <LoadedCampaign key={campaign.data.id} campaign={campaign.data} back={back} />
  return (
    <Page title="Campaign" back={back} width="narrow">
      <Loaded query={campaign}>{() => null}</Loaded>
    </Page>
  )
}

function LoadedCampaign({ campaign, back }: { readonly campaign: Campaign; readonly back: ReactNode }) {
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
    <Page
      title={campaign.name}
      sentence="What this campaign is called, and how it gets onto your pages."
      back={back}
      width="narrow"
      action={
        mayChange && (
          <Button variant="default" leftSection={<IconTrash size={16} />} onClick={askToDelete}>
            Delete
          </Button>
        )
      }
    >
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
      <SaveBar
        isDirty={state.isDirty}
        isSaving={state.isSaving}
        onSave={() => void state.submit()}
        onDiscard={state.discard}
      />
      {confirmModal}
    </Page>
  )
}
