import { Stack, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Section } from '../../ui/page.tsx'
import type { AgentSsoValues } from './AgentSsoForm.tsx'
import classes from './single-sign-on.module.css'

/** What the identity provider says of itself. */
export function SamlFields({ form }: { readonly form: UseFormReturnType<AgentSsoValues> }) {
  return (
    <Section title="From your identity provider">
      <Stack gap="md">
        <TextInput
          label="Sign-on address"
          description="Where agents are sent to sign in (HTTP redirect binding)."
          type="url"
          placeholder="https://login.example.com/saml/sso"
          withAsterisk
          {...form.getInputProps('samlSSOURL')}
        />
        <Textarea
          label="Certificate"
          description="X.509, as PEM or base64. While you exchange it, put the old and the new one below each other."
          autosize
          minRows={5}
          maxRows={14}
          spellCheck={false}
          classNames={{ input: classes.certificate ?? '' }}
          placeholder="-----BEGIN CERTIFICATE-----"
          withAsterisk
          {...form.getInputProps('samlCertificate')}
        />
        <TextInput
          label="Sign-out address"
          description="Where agents go after they signed out here. Empty: they stay here."
          type="url"
          {...form.getInputProps('samlLogoutURL')}
        />
        <p className={classes.note}>
          Agents are recognised by their e-mail address: by the attribute <code>email</code>, or by the NameID where
          there is none. It has to be an address that people cannot change themselves.
        </p>
      </Stack>
    </Section>
  )
}
