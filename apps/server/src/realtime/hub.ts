import type { VisitorResults } from '@parley/contract'
import type { AgentCaller, App } from '../context.ts'
import { widgetCampaign } from '../features/chatting/visitors/widget-campaign.ts'
import type { AgentConnection } from './agent-connection.ts'
import type { Handlers } from './handlers.ts'
import { Rooms } from './rooms.ts'
import { SharedReads } from './shared-reads.ts'
import type { VisitorConnection } from './visitor-connection.ts'

/** Who a good token belongs to, and until when it is good. */
export type TokenCaller = AgentCaller & { readonly generation: number; readonly expires: Date }

/** Checks a token; throws not_authenticated or token_expired. */
export type Authenticate = (token: string) => Promise<TokenCaller>

/** Throws address_refused for an agent who may not come from the address. */
export type CheckAddress = (caller: AgentCaller, address: string) => Promise<void>

/** What all connections of a process share. */
export interface Hub {
  readonly app: App
  readonly handlers: Handlers
  readonly authenticate: Authenticate
  readonly checkAddress: CheckAddress
  readonly visitors: Rooms<VisitorConnection>
  readonly agents: Rooms<AgentConnection>
  /** what widgets need to draw themselves; the many who come at once share one reading */
  readonly campaigns: SharedReads<[number, string], VisitorResults['visitor.hello']['campaign']>
  /** the process is going down: its visitors have not left the site, they come back elsewhere */
  isClosing: boolean
}

/** A hub without connections. */
export function newHub(
  app: App,
  {
    handlers,
    authenticate,
    checkAddress = async () => undefined,
  }: Pick<Hub, 'handlers' | 'authenticate'> & { checkAddress?: CheckAddress },
): Hub {
  return {
    app,
    handlers,
    authenticate,
    checkAddress,
    visitors: new Rooms(),
    agents: new Rooms(),
    campaigns: new SharedReads((siteId, campaignId) => widgetCampaign(app, siteId, campaignId)),
    isClosing: false,
  }
}
