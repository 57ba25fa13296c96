import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Section } from '../../ui/page.tsx'
import type { AgentSsoValues } from './AgentSsoForm.tsx'
import classes from './single-sign-on.module.css'

/** 32 random bytes, as text that survives every way of copying. */
function randomSecret(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What the company's login server and Parley agree on. */
export function JwtFields({ form }: { readonly form: UseFormReturnType<AgentSsoValues> }) {
  return (
    <Section title="Your login server">
      <Stack gap="md">
        <TextInput
          label="Sign-in address"
          description="Where agents are sent to sign in; return_to says where to send them back."
          type="url"
          placeholder="https://login.example.com/parley"
          withAsterisk
          {...form.getInputProps('jwtLoginURL')}
        />
        <div className={classes.secret}>
          <PasswordInput
            label="Shared secret"
            description="At least 32 characters. A stored one is never shown: leave this empty to keep it."
            autoComplete="off"
            {...form.getInputProps('jwtSecret')}
          />
          <Button variant="default" onClick={() => form.setFieldValue('jwtSecret', randomSecret())}>
            Make one
          </Button>
        </div>
        <TextInput
          label="Sign-out address"
          description="Where agents go after they signed out here. Empty: they stay here."
          type="url"
          {...form.getInputProps('jwtLogoutURL')}
        />
        <p className={classes.note}>
          The token is signed with HS256 and holds <code>email</code>, <code>iat</code> and a <code>jti</code> that is
          new each time. It is good for five minutes and for one use, and comes back as <code>jwt</code>.
        </p>
      </Stack>
    </Section>
  )
}
