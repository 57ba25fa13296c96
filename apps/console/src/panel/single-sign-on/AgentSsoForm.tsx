import { Radio, Stack } from '@mantine/core'
import { FormErrors } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { JwtFields } from './JwtFields.tsx'
import { SamlFields } from './SamlFields.tsx'
import { SsoAddressFields } from './SsoAddressFields.tsx'
import { type AgentSso, useUpdateAgentSso } from './sso.queries.ts'

export type AgentSsoValues = ReturnType<typeof valuesOf>

function valuesOf(settings: AgentSso) {
  return {
    isEnabled: settings.isEnabled,
    protocolType: settings.protocolType ?? ('SAML' as const),
    samlSSOURL: toInput(settings.samlSSOURL),
    samlLogoutURL: toInput(settings.samlLogoutURL),
    samlCertificate: toInput(settings.samlCertificate),
    jwtLoginURL: toInput(settings.jwtLoginURL),
    jwtLogoutURL: toInput(settings.jwtLogoutURL),
    jwtSecret: '',
  }
}

const NEEDED = { SAML: ['samlSSOURL', 'samlCertificate'], JWT: ['jwtLoginURL'] } as const

interface AgentSsoFormProps {
  readonly settings: AgentSso
  /** Starts the form anew, without the secret that was typed. */
  readonly onSaved: () => void
}

/** How the company's login and Parley find and trust each other. */
export function AgentSsoForm({ settings, onSaved }: AgentSsoFormProps) {
  const update = useUpdateAgentSso()
  const mayChange = useMay('agentSSO.update')
  const state = useSaveForm({
    entity: 'AgentSSO',
    isNew: false,
    initialValues: valuesOf(settings),
    needs: ({ isEnabled, protocolType }) => (isEnabled ? NEEDED[protocolType] : []),
    done: 'Single sign-on saved',
    // what was never chosen is shown as SAML, so switching it on has to say so
    save: ({ protocolType }, changed) =>
      update.mutateAsync({ body: { ...toBody(changed, ['protocolType']), protocolType } }),
    onSaved,
  })
  const { form } = state
  const { values } = form
  return (
    <>
      <FormErrors errors={form.errors} message={state.problem} />
      <fieldset className={panel.fieldset} disabled={!mayChange || state.isSaving}>
        <Section>
          <SwitchRow
            label="Let agents sign in with single sign-on"
            note="The sign-in page offers it beside the password, which goes on working: nobody is locked out."
            isOn={values.isEnabled}
            onChange={(isOn) => form.setFieldValue('isEnabled', isOn)}
            isDisabled={!mayChange}
          />
        </Section>
        <Section title="Protocol">
          <Radio.Group aria-label="Protocol" {...form.getInputProps('protocolType')}>
            <Stack gap="sm">
              <Radio
                value="SAML"
                label="SAML 2.0"
                description="For identity providers such as Microsoft Entra ID, Okta or Keycloak."
              />
              <Radio value="JWT" label="JWT" description="For a login server of your own that signs a token." />
            </Stack>
          </Radio.Group>
        </Section>
        <SsoAddressFields protocol={values.protocolType} />
        {values.protocolType === 'SAML' ? <SamlFields form={form} /> : <JwtFields form={form} />}
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
