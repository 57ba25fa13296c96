import { randomBytes } from 'node:crypto'
import { type Agent, connectAgent, login, ParleyApi } from '@parley/client'
import { atOnce } from './at-once.ts'
import type { Target } from './own-server.ts'

const ACCEPT_CHATS_PERMISSION_ID = 201
/** Passwords are hashed slowly on purpose, on as many cores as there are. */
const HIRED_AT_ONCE = 4

/** Agents made for one run. */
export interface Staff {
  readonly agents: readonly Agent[]
  /** Ends their connections. */
  leave(): Promise<void>
  /** Ends their connections and deletes them. */
  dismiss(): Promise<void>
}

/** The REST API as the target's administrator. */
export function adminApi(target: Target): ParleyApi {
  let token: Promise<string> | undefined
  const fresh = (stale?: string) => {
    if (stale !== undefined || !token) token = login(target)
    return token
  }
  return new ParleyApi({ url: target.url, token: fresh })
}

/** Makes so many agents by the REST API and connects them, Online. Offers are accepted at once. */
export async function hireAgents(target: Target, api: ParleyApi, count: number): Promise<Staff> {
  const run = randomBytes(4).toString('hex')
  const hired = await atOnce(Array.from({ length: count }), HIRED_AT_ONCE, async (_, index) => {
    const email = `agent-${run}-${index + 1}@example.com`
    const password = randomBytes(12).toString('base64url')
    const name = { firstName: 'Agent', lastName: `${index + 1}`, displayName: `Agent ${index + 1}` }
    const { id } = await api.call('agents.create', {
      body: { ...name, email, password, permissionIds: [ACCEPT_CHATS_PERMISSION_ID] },
    })
    const token = await login({ ...target, email, password })
    const agent = await connectAgent({ url: target.url, token, status: 'Online' })
    // Somebody else may be quicker; then the chat is theirs.
    agent.on('offer', ({ chatId }) => void agent.accept(chatId).catch(() => undefined))
    return { id, agent }
  })
  const leave = async () => {
    for (const { agent } of hired) await agent.close()
  }
  const dismiss = async () => {
    await leave()
    const failures = await atOnce(hired, 1, ({ id }) =>
      api.call('agents.delete', { params: { id } }).catch((error: unknown) => `agent ${id}: ${error}`),
    )
    // What was measured counts all the same.
    for (const failure of failures) if (failure) console.error(`Could not be deleted: ${failure}`)
  }
  return { agents: hired.map(({ agent }) => agent), leave, dismiss }
}

/** The first campaign of a site. */
export async function firstCampaign(api: ParleyApi): Promise<string> {
  const [campaign] = await api.call('campaigns.list')
  if (!campaign) throw new Error('The site has no campaign')
  return campaign.id
}
