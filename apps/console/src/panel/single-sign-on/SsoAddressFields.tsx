import { Stack } from '@mantine/core'
import { ssoAddresses } from '@parley/contract'
import { useWorkplace } from '../../app/api.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { Section } from '../../ui/page.tsx'

/** What the company's side has to know of this one. */
export function SsoAddressFields({ protocol }: { readonly protocol: 'SAML' | 'JWT' }) {
  const { data } = useWorkplace()
  if (!data) return null
  const { start, saml, metadata, jwt } = ssoAddresses(data.siteId)
  const at = (path: string) => `${data.apiBaseUrl}${path}`
  return (
    <Section title="For your company’s side" sentence="Copy these to where your company’s sign-in is set up.">
      <Stack gap="md">
        {protocol === 'SAML' ? (
          <>
            <CopyField label="Assertion consumer service (ACS) address" value={at(saml)} />
            <CopyField label="Entity id (audience), and address of the metadata" value={at(metadata)} />
          </>
        ) : (
          <>
            <CopyField label="Return address" value={at(jwt)} />
            <CopyField label="Audience of the token, if it names one" value={at(metadata)} />
          </>
        )}
        <CopyField label="Sign-in link, for a tile in your company’s portal" value={at(start)} />
      </Stack>
    </Section>
  )
}
