import { randomBytes } from 'node:crypto'
import { type Agent, connectAgent, login, ParleyApi } from '@parley/client'
import type { Target } from './own-server.ts'

const ACCEPT_CHATS_PERMISSION_ID = 201

/** Agents made for one run; they are deleted at its end. */
export interface Staff {
  readonly agents: readonly Agent[]
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
  const ids: number[] = []
  const agents: Agent[] = []
  for (let i = 1; i <= count; i++) {
    const email = `agent-${run}-${i}@example.com`
    const password = randomBytes(12).toString('base64url')
    const { id } = await api.call('agents.create', {
      body: {
        email,
        password,
        firstName: 'Agent',
        lastName: `${i}`,
        displayName: `Agent ${i}`,
        permissionIds: [ACCEPT_CHATS_PERMISSION_ID],
      },
    })
    ids.push(id)
    const token = await login({ ...target, email, password })
    const agent = await connectAgent({ url: target.url, token, status: 'Online' })
    // Somebody else may be quicker; then the chat is theirs.
    agent.on('offer', ({ chatId }) => void agent.accept(chatId).catch(() => undefined))
    agents.push(agent)
  }
  const dismiss = async () => {
    for (const agent of agents) await agent.close()
    for (const id of ids) await api.call('agents.delete', { params: { id } })
  }
  return { agents, dismiss }
}

/** The first campaign of a site. */
export async function firstCampaign(api: ParleyApi): Promise<string> {
  const [campaign] = await api.call('campaigns.list')
  if (!campaign) throw new Error('The site has no campaign')
  return campaign.id
}
