import { AgentSSO, type Output, type Update } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { createSingleton } from '../../../kit/singleton.ts'
import { AppError } from '../../../lib/app-error.ts'
import { seal, unseal } from '../../../platform/secrets/secrets.ts'
import { findSignInSettings, lockSignInSettings, updateSignInSettings } from './sign-in-settings.repo.ts'
import { checkAgentSso } from './sso.rules.ts'

type View = Output<typeof AgentSSO>

/** Stands for a secret that is stored. No body can hold it: U+0000 is refused. */
const STORED = '\0stored'

/** The key is the installation's own, which the secret is encrypted with. */
const settings = createSingleton<typeof AgentSSO, Buffer>({
  entity: AgentSSO,
  noun: 'the single sign-on of agents',
  audit: { category: 'globalSettings', actionType: 'securityManagement' },
  initial: { isEnabled: false },
  async read(db, siteId) {
    const row = await findSignInSettings(db, siteId)
    return { ...row?.agentSSO, jwtSecret: row?.agentJwtSecret ? STORED : null }
  },
  lock: lockSignInSettings,
  async check(ctx, work, next) {
    // whoever says who proves that somebody is an agent can be any of them
    if (!ctx.caller.isAdmin)
      throw new AppError('no_permission', 'Only an administrator can change how agents, administrators too, sign in.')
    const { secretKey, allowHttp } = ctx.app.config
    const stored = (await findSignInSettings(work.tx, ctx.siteId))?.agentJwtSecret
    const isOld = next.jwtSecret === STORED && stored
    const jwtSecret = isOld ? unseal(secretKey, stored) : next.jwtSecret
    checkAgentSso(next, { allowHttp, jwtSecret: typeof jwtSecret === 'string' ? jwtSecret : undefined })
  },
  async write(tx, siteId, secretKey, { jwtSecret, ...plain }) {
    const isNew = typeof jwtSecret === 'string' && jwtSecret !== STORED
    const secret = isNew ? { agentJwtSecret: seal(secretKey, jwtSecret) } : {}
    await updateSignInSettings(tx, siteId, { agentSSO: plain, ...secret })
  },
})

/** How agents sign in with the company's own accounts. The secret is not shown. */
export async function getAgentSso(ctx: AgentContext): Promise<View> {
  return { ...(await settings.get(ctx, ctx.app.config.secretKey)), jwtSecret: null }
}

/** Changes what the body names; without a secret the stored one stays, so that an answer can be sent back. */
export async function changeAgentSso(ctx: AgentContext, body: Update<typeof AgentSSO>): Promise<View> {
  const { jwtSecret, ...rest } = body
  await settings.update(ctx, ctx.app.config.secretKey, jwtSecret ? body : rest)
  return getAgentSso(ctx)
}
