import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { NotYetNote } from '../ui/not-yet-note.tsx'
import panel from '../ui/panel-ui.module.css'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import classes from './campaigns.module.css'
import { PartForm } from './PartForm.tsx'
import { type PartOf, useCampaignPart, useUpdateCampaignPart } from './use-campaign-part.ts'

type PreChat = PartOf<'preChat'>
type Field = PreChat['fields'][number]

/** The form before a chat. */
export function PreChatTab({ campaignId }: { readonly campaignId: string }) {
  const preChat = useCampaignPart('preChat', campaignId)
  return <Loaded query={preChat}>{(data) => <PreChatForm campaignId={campaignId} preChat={data} />}</Loaded>
}

interface PreChatFormProps {
  readonly campaignId: string
  readonly preChat: PreChat
}

function PreChatForm({ campaignId, preChat }: PreChatFormProps) {
  const update = useUpdateCampaignPart('preChat')
  const state = useSaveForm({
    entity: 'PreChat',
    isNew: false,
    initialValues: {
      isEnable: preChat.isEnable ?? false,
      greetingMessage: toInput(preChat.greetingMessage),
      isTeamNameDisplayed: preChat.isTeamNameDisplayed ?? false,
      teamName: toInput(preChat.teamName),
      isVisitorInfoRecorded: preChat.isVisitorInfoRecorded,
      fields: preChat.fields,
    },
    done: 'Pre-chat form saved',
    save: (_, changed) => update({ params: { campaignId }, body: toBody(changed, []) }),
  })
  const { form } = state
  const put = (field: Field, part: Partial<Field>) =>
    form.setFieldValue(
      'fields',
      form.values.fields.map((each) => (each.id === field.id ? { ...each, ...part } : each)),
    )
  return (
    <PartForm state={state}>
      <Section title="Before a chat">
        <SwitchRow
          label="Ask before the chat begins"
          note="Without it, a click on the button starts the chat at once."
          isOn={form.values.isEnable}
          onChange={(isOn) => form.setFieldValue('isEnable', isOn)}
        />
        <Textarea
          mt="sm"
          label="Greeting"
          description="Above the questions, or above the first message when nothing is asked"
          autosize
          minRows={2}
          {...form.getInputProps('greetingMessage')}
        />
      </Section>
      <NotYetNote>
        What follows is kept, and the form does not follow it yet: it asks for name, e-mail and, where there are
        several, the department.
      </NotYetNote>
      <Section title="Team and memory">
        <SwitchRow
          label="Remember what a visitor told"
          note="The next time it is filled in already."
          isOn={form.values.isVisitorInfoRecorded}
          onChange={(isOn) => form.setFieldValue('isVisitorInfoRecorded', isOn)}
        />
        <SwitchRow
          label="Show a team name"
          isOn={form.values.isTeamNameDisplayed}
          onChange={(isOn) => form.setFieldValue('isTeamNameDisplayed', isOn)}
        />
        {form.values.isTeamNameDisplayed && <TextInput mt="sm" label="Team name" {...form.getInputProps('teamName')} />}
      </Section>
      <Section title="Fields" sentence="What visitors are asked.">
        {form.errors.fields && <p role="alert">{form.errors.fields}</p>}
        <table className={classes.fields}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Shown</th>
              <th scope="col">Required</th>
            </tr>
          </thead>
          <tbody>
            {form.values.fields.map((each) => {
              const name = titled(each.field?.name ?? 'field')
              return (
                <tr key={each.id}>
                  <td>{name}</td>
                  <td>
                    <Checkbox
                      aria-label={`${name} is shown`}
                      checked={each.isVisible ?? false}
                      onChange={(event) => put(each, { isVisible: event.currentTarget.checked })}
                    />
                  </td>
                  <td>
                    <Checkbox
                      aria-label={`${name} is required`}
                      checked={each.isRequired ?? false}
                      disabled={!each.isVisible}
                      onChange={(event) => put(each, { isRequired: event.currentTarget.checked })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {form.values.fields.length === 0 && <p className={panel.muted}>This form has no fields.</p>}
      </Section>
    </PartForm>
  )
}

/** The built-in fields have names in lower case. */
function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
