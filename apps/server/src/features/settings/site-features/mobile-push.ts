import { MobilePush, type Output, type Update } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { seal } from '../../../platform/secrets/secrets.ts'
import { siteFeature } from './site-feature.ts'

type View = Output<typeof MobilePush>

/** Stored encrypted and never shown; a body without a new one keeps what is stored. */
const SECRETS = ['iosProductionCertificatePassword', 'iosDevelopmentCertificatePassword', 'androidGcmAPIKey'] as const

/** Properties that hold a text and no choice. */
const TEXTS = Object.entries(MobilePush.fields).flatMap(([name, { facts }]) => ('enum' in facts.schema ? [] : [name]))

const settings = siteFeature<typeof MobilePush>({
  entity: MobilePush,
  feature: 'mobilePush',
  audit: { category: 'globalSettings', actionType: 'integrationAndAPIManagement' },
  noun: 'the mobile push',
  initial: { iosType: 'APNS', androidType: 'GCM' },
  check(ctx, _work, next, body) {
    for (const name of SECRETS) {
      const given = body[name]
      if (given) next[name] = seal(ctx.app.config.secretKey, given).toString('base64')
    }
  },
})

/** How mobile devices are told of chats. Secrets, and what was never set, come as empty texts. */
export async function getMobilePush(ctx: AgentContext): Promise<View> {
  const view = await settings.get(ctx, null)
  const shown = { ...view, ...Object.fromEntries(SECRETS.map((name) => [name, ''])) }
  for (const name of TEXTS as 'iosThirdPartyURL'[]) shown[name] ??= ''
  return shown
}

/**
 * Changes what the body names. An empty text means none, which is right for what the type does not use; an empty secret
 * means the one that is stored, so that an answer can be sent back.
 */
export async function changeMobilePush(ctx: AgentContext, body: Update<typeof MobilePush>): Promise<View> {
  const kept = Object.entries(body).filter(([name, value]) => value || !(SECRETS as readonly string[]).includes(name))
  const plain = Object.fromEntries(kept.map(([name, value]) => [name, value || null]))
  await settings.update(ctx, null, plain as Update<typeof MobilePush>)
  return getMobilePush(ctx)
}
