import { Button, Stack } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconExternalLink } from '@tabler/icons-react'
import { CopyField } from '../../ui/copy-field.tsx'
import { Section } from '../../ui/page.tsx'
import classes from './start.module.css'
import { tokenRequest } from './token-request.ts'

/** Where the API is, and how a program signs in. */
export function ApiSection({ workplace }: { readonly workplace: Shape<'Workplace'> }) {
  const { apiBaseUrl, siteId, email } = workplace
  return (
    <Section
      title="API"
      sentence="Programs written for the Comm100 API, version 3, work here once they use this address."
    >
      <Stack gap="md">
        <div className={classes.pair}>
          <CopyField label="API base URL" value={apiBaseUrl} />
          <CopyField label="Site id" value={String(siteId)} />
        </div>
        <CopyField label="Get a token" value={tokenRequest({ apiBaseUrl, siteId, email })} isCode />
        <p className={classes.note}>
          Put your password in place of the dots. The answer is a token that each request carries as{' '}
          <code>Authorization: Bearer …</code>
        </p>
        <div>
          <Button
            component="a"
            href="/docs"
            target="_blank"
            rel="noopener"
            variant="default"
            rightSection={<IconExternalLink size={16} />}
          >
            API reference
          </Button>
        </div>
      </Stack>
    </Section>
  )
}
