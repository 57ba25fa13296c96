import type { ConsoleSession, Installation, Output, Workplace } from '@parley/contract'
import { permissionCatalogue } from '@parley/contract'
import type { AddressRules } from '../../../auth/address-rules.ts'
import {
  endRefreshFamily,
  findRefreshSite,
  rotateRefreshToken,
  startRefreshFamily,
} from '../../../auth/refresh-tokens.ts'
import type { Credentials, SignedIn, SignIn } from '../../../auth/sign-in.ts'
import { TOKEN_SECONDS, type Tokens } from '../../../auth/tokens.ts'
import type { AgentContext, App } from '../../../context.ts'
import { VERSION } from '../../../version.ts'
import { agentsResource } from '../agents/agents.resource.ts'
import { findSite, listSites } from '../site/site.repo.ts'
import { findProgress } from './session.repo.ts'

type Session = Output<typeof ConsoleSession>

/** How people prove who they are, and where they may come from. */
export interface Gates {
  readonly signIn: SignIn
  readonly addresses: AddressRules
}

/** Signing in and out of the console; the refresh token is for a cookie only. */
export function sessionService(app: App, tokens: Tokens, { signIn, addresses }: Gates) {
  async function sessionFor(signedIn: SignedIn): Promise<Session> {
    const token = await tokens.issue(signedIn)
    // a token issued for somebody who was deactivated meanwhile must not even leave the house
    await tokens.authenticate(token)
    return { token, expiresIn: TOKEN_SECONDS, siteId: signedIn.siteId, agentId: signedIn.agentId }
  }
  return {
    async issueToken(credentials: Credentials): Promise<{ token: string }> {
      return { token: await tokens.issue(await signIn(credentials)) }
    },
    async start(credentials: Credentials): Promise<{ session: Session; refreshToken: string }> {
      const signedIn = await signIn(credentials)
      return { session: await sessionFor(signedIn), refreshToken: await startRefreshFamily(app, signedIn) }
    },
    async refresh(refreshToken: string, address: string): Promise<{ session: Session; refreshToken: string }> {
      // before the token is spent: back at an allowed address it still is good
      const siteId = await findRefreshSite(app, refreshToken)
      if (siteId !== undefined) await addresses.check({ kind: 'sign-in', siteId }, address)
      const { next, signedIn } = await rotateRefreshToken(app, refreshToken)
      return { session: await sessionFor(signedIn), refreshToken: next }
    },
    end: (refreshToken: string) => endRefreshFamily(app, refreshToken),
  }
}

/** What anybody may know of the installation. */
export async function describeInstallation(app: App): Promise<Output<typeof Installation>> {
  const sites = await listSites(app.database.db)
  const { isDemo } = app.config
  return {
    version: VERSION,
    defaultSiteId: sites.length === 1 ? (sites[0]?.id ?? null) : null,
    isDemo,
    demoUrl: isDemo ? `${app.publicUrl()}/demo/` : null,
  }
}

/** Who is signed in and how far the site has come. */
export async function getWorkplace(ctx: AgentContext): Promise<Output<typeof Workplace>> {
  const { caller, siteId } = ctx
  const [site, agent, progress] = await Promise.all([
    findSite(ctx.db, siteId),
    agentsResource.getRow(ctx, caller.agentId),
    findProgress(ctx.db, siteId),
  ])
  const held = permissionCatalogue.filter(({ id }) => caller.isAdmin || caller.permissions.has(id))
  return {
    siteId,
    company: site?.company ?? null,
    agentId: caller.agentId,
    displayName: caller.displayName,
    email: agent.email,
    isAdmin: caller.isAdmin,
    permissions: held.map(({ name }) => name),
    apiBaseUrl: ctx.app.publicUrl(),
    ...progress,
  }
}
