import { type Output, type SignInOptions, type SsoAddresses, ssoAddresses } from '@parley/contract'
import { readCertificates } from '../../../auth/sso/certificates.ts'
import type { SamlParties } from '../../../auth/sso/saml-answer.ts'
import { SignOnRefusal } from '../../../auth/sso/sign-on-refusal.ts'
import type { App, SiteId } from '../../../context.ts'
import { unseal } from '../../../platform/secrets/secrets.ts'
import { findSignInSettings } from './sign-in-settings.repo.ts'

/** How a site's agents sign on, ready to be used. */
export type SignOnSettings =
  | {
      readonly protocol: 'JWT'
      readonly loginUrl: string
      readonly logoutUrl: string | undefined
      readonly secret: string
    }
  | { readonly protocol: 'SAML'; readonly logoutUrl: string | undefined; readonly parties: SamlParties }

/** Our addresses as the outside knows them. */
export function publicSsoAddresses(app: App, siteId: SiteId): SsoAddresses {
  const paths = ssoAddresses(siteId)
  const entries = Object.entries(paths).map(([name, path]) => [name, `${app.publicUrl()}${path}`])
  return Object.fromEntries(entries) as unknown as SsoAddresses
}

/** What anybody may know of how agents sign in. */
export async function getSignInOptions(app: App, siteId: SiteId): Promise<Output<typeof SignInOptions>> {
  const row = await findSignInSettings(app.database.db, siteId)
  return { hasSingleSignOn: row?.agentSSO?.isEnabled === true }
}

/** Throws when single sign-on is off, or what is stored cannot work. */
export async function getSignOnSettings(app: App, siteId: SiteId): Promise<SignOnSettings> {
  const row = await findSignInSettings(app.database.db, siteId)
  const stored = row?.agentSSO
  if (!row || stored?.isEnabled !== true) throw new SignOnRefusal('off', 'single sign-on is not switched on')
  const textOf = (name: string) => (typeof stored[name] === 'string' ? stored[name] : '')
  if (stored.protocolType === 'JWT') {
    if (!row.agentJwtSecret) throw new SignOnRefusal('off', 'no secret is stored')
    const secret = unseal(app.config.secretKey, row.agentJwtSecret)
    return { protocol: 'JWT', loginUrl: textOf('jwtLoginURL'), logoutUrl: textOf('jwtLogoutURL') || undefined, secret }
  }
  const read = readCertificates(textOf('samlCertificate'))
  if ('problem' in read) throw new SignOnRefusal('off', `the stored certificate ${read.problem}`)
  const { metadata, saml } = publicSsoAddresses(app, siteId)
  return {
    protocol: 'SAML',
    logoutUrl: textOf('samlLogoutURL') || undefined,
    parties: { entityId: metadata, consumerUrl: saml, signOnUrl: textOf('samlSSOURL'), certificates: read.pems },
  }
}
