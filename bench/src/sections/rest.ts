import { requestsPerSecond } from '../load/http-load.ts'
import { insertHistory } from '../shared/history.ts'
import type { Arena, Row } from './section.ts'

const LISTS = { connections: 16, seconds: 4 }
/** Checking a password keeps a core busy for a while, and there are few. */
const SIGN_INS = { connections: 4, seconds: 3 }
const CHATS = 10_000
const AGENTS = 20
const DAY_MS = 86_400_000

/** Signing in: password check and signature. */
export async function measureToken({ target, bareHttp }: Arena): Promise<Row[]> {
  const { siteId, email, password } = target
  const form = new URLSearchParams({ loginType: 'password', userName: email, password, siteId: String(siteId) })
  const ours = await requestsPerSecond(
    target.url,
    {
      method: 'POST',
      path: '/adminwebservice/api/jwttoken/generate',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: String(form),
    },
    SIGN_INS,
  )
  const body = JSON.stringify({ siteId, email, password })
  const headers = { 'content-type': 'application/json' }
  const limit = await requestsPerSecond(bareHttp.url, { method: 'POST', path: '/token', headers, body }, SIGN_INS)
  return [{ name: 'token', unit: '/s', ours, limit, against: 'Fastify, Argon2id, RS256', isBetter: 'more' }]
}

/** The first page of a site's agents. */
export async function measureAgents({ target, api, token, bareHttp }: Arena): Promise<Row[]> {
  for (let i = 1; i < AGENTS; i++) {
    const body = { email: `listed-${i}@example.com`, firstName: 'Listed', lastName: `${i}` }
    await api.call('agents.create', { body })
  }
  const headers = { authorization: `Bearer ${token}` }
  const path = '/api/v3/globalSettings/agents'
  const ours = await requestsPerSecond(target.url, { method: 'GET', path, headers }, LISTS)
  const limit = await requestsPerSecond(bareHttp.url, { method: 'GET', path: '/agents' }, LISTS)
  return [{ name: 'agents, page of 10', unit: '/s', ours, limit, against: 'Fastify + pg', isBetter: 'more' }]
}

/** The first page of a month's chats. */
export async function measureChats(arena: Arena): Promise<Row[]> {
  const { target, api, token, campaignId, databaseUrl, bareHttp } = arena
  const { id: agentId } = await api.call('agents.getMe')
  await insertHistory(databaseUrl, { siteId: target.siteId, campaignId, agentId, chats: CHATS })
  const time = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString()
  const range = `timeFrom=${time(30)}&timeTo=${time(-1)}`
  const headers = { authorization: `Bearer ${token}` }
  const path = `/api/v3/livechat/chats?pageSize=50&${range}`
  const ours = await requestsPerSecond(target.url, { method: 'GET', path, headers }, LISTS)
  const limit = await requestsPerSecond(bareHttp.url, { method: 'GET', path: `/chats?${range}` }, LISTS)
  const name = `chats, 50 of ${CHATS.toLocaleString('en')}`
  return [{ name, unit: '/s', ours, limit, against: 'Fastify + pg', isBetter: 'more' }]
}
