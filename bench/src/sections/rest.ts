import { compareRates, type LoadRequest } from '../load/http-load.ts'
import { insertHistory } from '../shared/history.ts'
import type { Arena, Row } from './section.ts'

const LISTS = { connections: 16, seconds: 4 }
/** Checking a password keeps a core busy for a while, and there are few. */
const SIGN_INS = { connections: 4, seconds: 4 }
const CHATS = 10_000
const AGENTS = 20
const DAY_MS = 86_400_000

/** Signing in: password check and signature. */
export async function measureToken({ target, bareHttp }: Arena): Promise<Row[]> {
  const { siteId, email, password } = target
  const form = { loginType: 'password', userName: email, password, siteId: String(siteId) }
  const ours: LoadRequest = {
    method: 'POST',
    path: '/adminwebservice/api/jwttoken/generate',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams(form)),
  }
  const limit: LoadRequest = {
    method: 'POST',
    path: '/token',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ siteId, email, password }),
  }
  const rates = await compareRates({ ...target, request: ours }, { ...bareHttp, request: limit }, SIGN_INS)
  return [{ name: 'token', unit: '/s', ...rates, against: 'Fastify, Argon2id, RS256', isBetter: 'more' }]
}

/** The first page of a site's agents. */
export async function measureAgents(arena: Arena): Promise<Row[]> {
  for (let i = 1; i < AGENTS; i++) {
    const body = { email: `listed-${i}@example.com`, firstName: 'Listed', lastName: `${i}` }
    await arena.api.call('agents.create', { body })
  }
  return [await compareLists(arena, 'agents, page of 10', '/api/v3/globalSettings/agents', '/agents')]
}

/** The first page of a month's chats. */
export async function measureChats(arena: Arena): Promise<Row[]> {
  const { target, api, campaignId, databaseUrl } = arena
  const { id: agentId } = await api.call('agents.getMe')
  await insertHistory(databaseUrl, { siteId: target.siteId, campaignId, agentId, chats: CHATS })
  const time = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString()
  const range = `timeFrom=${time(30)}&timeTo=${time(-1)}`
  const name = `chats, 50 of ${CHATS.toLocaleString('en')}`
  return [await compareLists(arena, name, `/api/v3/livechat/chats?pageSize=50&${range}`, `/chats?${range}`)]
}

async function compareLists(
  { target, bareHttp, token }: Arena,
  name: string,
  ours: string,
  limit: string,
): Promise<Row> {
  const headers = { authorization: `Bearer ${token}` }
  const rates = await compareRates(
    { ...target, request: { method: 'GET', path: ours, headers } },
    { ...bareHttp, request: { method: 'GET', path: limit } },
    LISTS,
  )
  return { name, unit: '/s', ...rates, against: 'Fastify + pg', isBetter: 'more' }
}
