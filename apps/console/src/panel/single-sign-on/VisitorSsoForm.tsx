import { Stack, Textarea, TextInput } from '@mantine/core'
import { FormErrors } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { ReadOnlyNote, useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { NotYetNote } from '../ui/not-yet-note.tsx'
import panel from '../ui/panel-ui.module.css'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { CampaignRows } from './CampaignRows.tsx'
import { FieldMappings } from './FieldMappings.tsx'
import classes from './single-sign-on.module.css'
import { useUpdateVisitorSso, type VisitorSso } from './sso.queries.ts'

function valuesOf(settings: VisitorSso) {
  return {
    isEnabled: settings.isEnabled,
    loginUrl: toInput(settings.loginUrl),
    signOutUrl: toInput(settings.signOutUrl),
    artifactResolutionService: toInput(settings.artifactResolutionService),
    SAMLCertificate: toInput(settings.SAMLCertificate),
    fieldMappings: settings.fieldMappings,
    perCampaign: settings.perCampaign,
  }
}

/** How visitors sign in with the accounts they have at the website. */
export function VisitorSsoForm({ settings }: { readonly settings: VisitorSso }) {
  const update = useUpdateVisitorSso()
  const mayChange = useMay('visitorSSO.update')
  const state = useSaveForm({
    entity: 'VisitorSSO',
    isNew: false,
    initialValues: valuesOf(settings),
    needs: ({ isEnabled }) => (isEnabled ? ['loginUrl', 'SAMLCertificate'] : []),
    done: 'Single sign-on of visitors saved',
    save: (_, changed) => update.mutateAsync({ body: toBody(changed, []) }),
  })
  const { form } = state
  const { values } = form
  return (
    <>
      <ReadOnlyNote needs="visitorSSO.update" />
      <NotYetNote>These settings are kept, but visitors are not asked to sign in yet.</NotYetNote>
      <FormErrors errors={form.errors} message={state.problem} />
      <fieldset className={panel.fieldset} disabled={!mayChange || state.isSaving}>
        <Section>
          <SwitchRow
            label="Let visitors sign in with single sign-on"
            note="Which campaigns ask for it is said below."
            isOn={values.isEnabled}
            onChange={(isOn) => form.setFieldValue('isEnabled', isOn)}
            isDisabled={!mayChange}
          />
        </Section>
        <Section title="From your identity provider">
          <Stack gap="md">
            <TextInput label="Sign-in address" type="url" withAsterisk {...form.getInputProps('loginUrl')} />
            <TextInput label="Sign-out address" type="url" {...form.getInputProps('signOutUrl')} />
            <TextInput
              label="Artifact resolution service"
              description="Only for providers that use the artifact binding."
              {...form.getInputProps('artifactResolutionService')}
            />
            <Textarea
              label="Certificate"
              description="X.509, as PEM or base64."
              autosize
              minRows={5}
              maxRows={14}
              spellCheck={false}
              classNames={{ input: classes.certificate ?? '' }}
              withAsterisk
              {...form.getInputProps('SAMLCertificate')}
            />
          </Stack>
        </Section>
        <FieldMappings
          rows={values.fieldMappings}
          problem={form.errors.fieldMappings}
          onChange={(rows) => form.setFieldValue('fieldMappings', rows)}
        />
        <CampaignRows rows={values.perCampaign} onChange={(rows) => form.setFieldValue('perCampaign', rows)} />
      </fieldset>
      <SaveBar
        isDirty={state.isDirty}
        isSaving={state.isSaving}
        onSave={() => void state.submit()}
        onDiscard={state.discard}
      />
    </>
  )
}
