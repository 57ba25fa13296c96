import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { login, ParleyApi } from '@parley/client'
import pg from 'pg'
import { compareTimes } from '../load/turns.ts'
import { insertHistory } from '../shared/history.ts'
import { insertManyRows } from '../shared/many-rows.ts'
import { firstCampaign } from '../shared/staff.ts'
import { listPlans } from './list-plans.ts'
import type { Arena, Row } from './section.ts'

const FEW = 1_000
const MANY = 100_000
const PAGE_SIZE = 50
const run = promisify(execFile)

interface Side {
  readonly siteId: number
  readonly token: string
  readonly departmentId: string
  readonly roleId: string
}

/** Lists that come in pages, and where they are. */
const LISTS: Readonly<Record<string, (side: Side) => string>> = {
  agents: () => '/api/v3/globalSettings/agents',
  'agents of a department': ({ departmentId }) => `/api/v3/globalSettings/departments/${departmentId}/agents`,
  'agents of a role': ({ roleId }) => `/api/v3/globalSettings/roles/${roleId}/agents`,
  contacts: () => '/api/v3/globalSettings/contacts',
  visitors: () => '/api/v3/globalSettings/visitors?requestedTime=2020-01-01T00:00:00',
  'audit log': () => '/api/v3/globalSettings/auditLogs',
  'offline messages': () => '/api/v3/livechat/offlineMessages?timeFrom=2020-01-01T00:00:00&timeTo=2040-01-01T00:00:00',
  chats: () => '/api/v3/livechat/chats?timeFrom=2020-01-01T00:00:00&timeTo=2040-01-01T00:00:00',
}

/** Pages of lists with 100,000 rows beside the same pages of lists with 1,000, in two sites of one server. */
export async function measureLists(arena: Arena): Promise<Row[]> {
  const few = await newSite(arena, FEW)
  const many = await newSite(arena, MANY)
  const rows: Row[] = []
  for (const [name, addressOf] of Object.entries(LISTS))
    for (const page of ['first', 'middle', 'last', 'jump'] as const) {
      const [ofFew, ofMany] = [addressOf(few), addressOf(many)]
      const medians = await compareTimes(arena.target.url, {
        ours: { ...many, path: await pageOf(arena, { side: many, address: ofMany }, page, MANY) },
        limit: { ...few, path: await pageOf(arena, { side: few, address: ofFew }, page, FEW) },
      })
      rows.push({ name: `${name}, ${NAMES[page]}`, unit: 'ms', ...medians, against: '1,000 rows', isBetter: 'less' })
    }
  console.error(await listPlans(arena.databaseUrl, many.siteId, many.roleId))
  return rows
}

const NAMES = {
  first: 'first page',
  middle: 'page in the middle, by its link',
  last: 'last page',
  jump: 'page in the middle, by its number',
}

/** The address of a page; that of the page in the middle as the page before links to it. */
async function pageOf(
  { target }: Arena,
  { side, address }: { side: Side; address: string },
  page: keyof typeof NAMES,
  rows: number,
): Promise<string> {
  const last = Math.floor(rows / PAGE_SIZE)
  const middle = Math.ceil(last / 2)
  const numbered = (index: number) =>
    `${address}${address.includes('?') ? '&' : '?'}pageSize=${PAGE_SIZE}&pageIndex=${index}`
  if (page !== 'middle') return numbered({ first: 1, last, jump: middle }[page])
  const headers = { authorization: `Bearer ${side.token}` }
  const answer = await fetch(target.url + numbered(middle - 1), { headers })
  const { nextPage } = (await answer.json()) as { nextPage: string }
  const { pathname, search } = new URL(nextPage)
  return pathname + search
}

async function newSite({ target, databaseUrl }: Arena, rows: number): Promise<Side> {
  const account = { email: `lists-${rows}@example.com`, password: `List-${randomBytes(9).toString('base64url')}` }
  const siteId = await createSite(databaseUrl, account)
  const token = await login({ url: target.url, siteId, ...account })
  const api = new ParleyApi({ url: target.url, token })
  const { id: agentId } = await api.call('agents.getMe')
  const { id: departmentId } = await api.call('departments.create', { body: { name: 'Everybody' } })
  const role = (await api.call('roles.list')).find(({ type }) => type === 'agent')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await insertManyRows(client, siteId, rows)
  } finally {
    await client.end()
  }
  await insertHistory(databaseUrl, { siteId, campaignId: await firstCampaign(api), agentId, chats: rows })
  return { siteId, token, departmentId, roleId: role?.id ?? '' }
}

async function createSite(databaseUrl: string, account: { email: string; password: string }): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-cli-'))
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PARLEY_SECRET_KEY: randomBytes(32).toString('hex'),
    PARLEY_DATA_DIR: dataDir,
  }
  const words = ['sites', 'create', '--company', 'Lists', '--email', account.email, '--password', account.password]
  try {
    const { stdout } = await run(process.execPath, ['apps/server/src/cli/main.ts', ...words], { env })
    return (JSON.parse(stdout) as { siteId: number }).siteId
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
