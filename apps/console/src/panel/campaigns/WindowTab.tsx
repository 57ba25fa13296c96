import { Select, Stack, Textarea, TextInput } from '@mantine/core'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'
import { ColourField } from '../ui/colour-field.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { NotYetNote } from '../ui/not-yet-note.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { PartForm } from './PartForm.tsx'
import { type PartOf, useCampaignPart, useUpdateCampaignPart } from './use-campaign-part.ts'
import { WidgetPreview } from './WidgetPreview.tsx'

type ChatWindow = PartOf<'chatWindow'>

const minuteChoices = [3, 5, 10, 15, 20, 30, 60].map((minutes) => ({
  value: String(minutes),
  label: `${minutes} minutes`,
}))

/** The switches of the window, in the order in which they matter. */
const transcripts = [
  ['isTranscriptDownloadAllowed', 'Visitors can download the transcript'],
  ['isTranscriptPrintAllowed', 'Visitors can print the transcript'],
  ['isTranscriptSentToVisitors', 'Visitors get the transcript by e-mail'],
  ['isTranscriptSentForArchiving', 'A copy goes to an archive'],
] as const
const abilities = [
  ['isFileSendAllow', 'Visitors can send files'],
  ['isSwitchToOfflineMessageAllow', 'Visitors who wait can leave a message instead'],
  ['ifMarkUnreadMessage', 'Unread messages are counted on the button'],
  ['isBrowserPopupNotificationEnabled', 'The browser announces messages'],
  ['isAvatarDisplayedWithMessage', 'Agents’ pictures stand beside their messages'],
] as const

/** The chat window of a campaign. */
export function WindowTab({ campaignId }: { readonly campaignId: string }) {
  const chatWindow = useCampaignPart('chatWindow', campaignId)
  return <Loaded query={chatWindow}>{(data) => <WindowForm campaignId={campaignId} chatWindow={data} />}</Loaded>
}

function valuesOf(chatWindow: ChatWindow) {
  return {
    color: toInput(chatWindow.color),
    greetingMessage: toInput(chatWindow.greetingMessage),
    isTranscriptDownloadAllowed: chatWindow.isTranscriptDownloadAllowed ?? false,
    isTranscriptPrintAllowed: chatWindow.isTranscriptPrintAllowed ?? false,
    isTranscriptSentToVisitors: chatWindow.isTranscriptSentToVisitors ?? false,
    isTranscriptSentForArchiving: chatWindow.isTranscriptSentForArchiving ?? false,
    receivingEmailAddressesForArchivingTranscripts: toInput(chatWindow.receivingEmailAddressesForArchivingTranscripts),
    emailSubjectForArchivingTranscripts: toInput(chatWindow.emailSubjectForArchivingTranscripts),
    isFileSendAllow: chatWindow.isFileSendAllow ?? false,
    isSwitchToOfflineMessageAllow: chatWindow.isSwitchToOfflineMessageAllow ?? false,
    ifMarkUnreadMessage: chatWindow.ifMarkUnreadMessage ?? false,
    isBrowserPopupNotificationEnabled: chatWindow.isBrowserPopupNotificationEnabled ?? false,
    isAvatarDisplayedWithMessage: chatWindow.isAvatarDisplayedWithMessage ?? false,
    ifEndChatWhenVisitorIsInactive: chatWindow.ifEndChatWhenVisitorIsInactive ?? false,
    minutesOfVisitorInactivity: chatWindow.minutesOfVisitorInactivity ?? (15 as const),
  }
}

interface WindowFormProps {
  readonly campaignId: string
  readonly chatWindow: ChatWindow
}

function WindowForm({ campaignId, chatWindow }: WindowFormProps) {
  const update = useUpdateCampaignPart('chatWindow')
  const state = useSaveForm({
    entity: 'ChatWindow',
    isNew: false,
    initialValues: valuesOf(chatWindow),
    done: 'Window saved',
    save: (_, changed) => update({ params: { campaignId }, body: toBody(changed, []) }),
  })
  const { form } = state
  const switches = (rows: typeof transcripts | typeof abilities) =>
    rows.map(([field, label]) => (
      <SwitchRow
        key={field}
        label={label}
        isOn={form.values[field]}
        onChange={(isOn) => form.setFieldValue(field, isOn)}
      />
    ))
  return (
    <PartForm
      state={state}
      preview={<WidgetPreview kind="window" color={form.values.color} text={form.values.greetingMessage} />}
    >
      <Section title="Look">
        <ColourField
          label="Colour"
          description="Of the window, and of a button that has none of its own"
          {...form.getInputProps('color')}
        />
      </Section>
      <Section title="Course of a chat">
        <Textarea
          mb="md"
          label="Greeting"
          description="Said when an agent takes the chat"
          autosize
          minRows={2}
          {...form.getInputProps('greetingMessage')}
        />
        <SwitchRow
          label="End a chat when the visitor stops answering"
          isOn={form.values.ifEndChatWhenVisitorIsInactive}
          onChange={(isOn) => form.setFieldValue('ifEndChatWhenVisitorIsInactive', isOn)}
        />
        {form.values.ifEndChatWhenVisitorIsInactive && (
          <Select
            mt="xs"
            maw={240}
            label="After"
            data={minuteChoices}
            allowDeselect={false}
            value={String(form.values.minutesOfVisitorInactivity)}
            onChange={(value) =>
              form.setFieldValue(
                'minutesOfVisitorInactivity',
                Number(value) as typeof form.values.minutesOfVisitorInactivity,
              )
            }
            error={form.errors.minutesOfVisitorInactivity}
          />
        )}
      </Section>
      <NotYetNote>What follows is kept, and the window does not follow it yet.</NotYetNote>
      <Section title="Transcripts">
        {switches(transcripts)}
        {form.values.isTranscriptSentForArchiving && (
          <Stack gap="md" mt="sm">
            <TextInput
              label="Archive addresses"
              description="Several are separated by commas"
              {...form.getInputProps('receivingEmailAddressesForArchivingTranscripts')}
            />
            <TextInput label="Subject" {...form.getInputProps('emailSubjectForArchivingTranscripts')} />
          </Stack>
        )}
      </Section>
      <Section title="What visitors can do">{switches(abilities)}</Section>
    </PartForm>
  )
}
