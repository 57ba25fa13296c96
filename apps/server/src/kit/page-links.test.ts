import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldListCounts } from './list-counts.ts'

/** More than the rows up to which pages go by their number alone. */
const ROWS = 640
const SIZE = 20

let server: TestServer
let site: TestSite
let roleId: string
let departmentId: string

const run = (statement: ReturnType<typeof sql>) => server.server.app.database.db.execute(statement)

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  const { siteId } = site
  roleId = (await site.admin.api.call('roles.create', { body: { name: 'Many' } })).id
  departmentId = (await site.admin.api.call('departments.create', { body: { name: 'Many' } })).id
  await run(sql`
    insert into contacts (site_id, id, name, created_time, last_updated_time)
    select ${siteId}, nextval('person_ids'), 'Contact ' || n, now(), now() from generate_series(1, ${ROWS}) n`)
  await run(sql`
    with made as (
      insert into agents (site_id, id, email, first_name, last_name, created_time)
      select ${siteId}, nextval('person_ids'), 'a' || n || '@example.com', 'A', 'B', now()
      from generate_series(1, ${ROWS}) n returning id
    ), in_role as (
      insert into agent_roles (site_id, agent_id, role_id) select ${siteId}, id, ${roleId} from made
    )
    insert into department_agents (site_id, department_id, agent_id) select ${siteId}, ${departmentId}, id from made`)
  // several in the same moment: the id has to tell them apart
  await run(sql`
    insert into visitors (site_id, id, token_hash, first_visit_time, last_visit_time)
    select ${siteId}, gen_random_uuid(), '\\x00', now(), now() + make_interval(secs => n / 7)
    from generate_series(1, ${ROWS}) n`)
  await run(sql`
    insert into offline_messages (site_id, id, created_time, visitor_id, message)
    select ${siteId}, gen_random_uuid(), timestamptz '2026-03-02T00:00:00Z' + make_interval(secs => n / 7),
      gen_random_uuid(), 'Hello' from generate_series(1, ${ROWS}) n`)
  await run(sql`
    with made as (
      insert into chats (site_id, id, visitor_id, session_id, campaign_id, client_request_id, state, status, requested_time)
      select ${siteId}, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ${site.campaignId}, 'r' || n, 'ended',
        'missed', timestamptz '2026-03-02T00:00:00Z' + make_interval(secs => n / 7)
      from generate_series(1, ${ROWS}) n returning id, requested_time
    )
    insert into chat_words (site_id, chat_id, requested_time, words)
    select ${siteId}, id, requested_time, '' from made`)
})

afterAll(() => server?.close())

interface Shown {
  readonly ids: (string | number)[]
  readonly total: number
  readonly next: string
  readonly previous: string
}

async function show(path: string): Promise<Shown> {
  const { pathname, search } = new URL(path, server.url)
  const answer = await fetch(`${server.url}${pathname}${search}`, {
    headers: { authorization: `Bearer ${site.admin.token}` },
  })
  expect(answer.status).toBe(200)
  const { nextPage, previousPage, ...rest } = (await answer.json()) as Record<string, unknown>
  const list = Object.values(rest).find(Array.isArray) as { id: string | number }[]
  const total = Object.values(rest).find((value) => typeof value === 'number') as number
  return { ids: list.map(({ id }) => id), total, next: nextPage as string, previous: previousPage as string }
}

const inMarch = 'timeFrom=2026-03-01T00:00:00Z&timeTo=2026-03-09T00:00:00Z'

const lists: readonly [string, () => string][] = [
  ['contacts', () => `${api.contacts.list.path}?pageSize=${SIZE}`],
  ['agents of a role', () => `${api.agents.listByRole.path.replace('{roleId}', roleId)}?pageSize=${SIZE}`],
  [
    'agents of a department',
    () => `${api.agents.listByDepartment.path.replace('{departmentId}', departmentId)}?pageSize=${SIZE}`,
  ],
  ['visitors', () => `${api.visitors.list.path}?pageSize=${SIZE}&requestedTime=2020-01-01T00:00:00Z`],
  ['offline messages', () => `${api.offlineMessages.list.path}?pageSize=${SIZE}&${inMarch}`],
  ['chats', () => `${api.chats.list.path}?pageSize=${SIZE}&${inMarch}`],
]

describe.each(lists)('%s', (_name, first) => {
  test('are all there once, followed from the first page to the last and back', async () => {
    const pages: Shown[] = []
    for (let at = first(); at; ) {
      const page = await show(at)
      pages.push(page)
      at = page.next
    }
    const forth = pages.map(({ ids }) => ids)
    expect(forth.flat()).toHaveLength(ROWS)
    expect(new Set(forth.flat()).size).toBe(ROWS)
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => ROWS))
    const back: Shown['ids'][] = []
    for (let at = pages.at(-1)?.previous ?? ''; at; ) {
      const page = await show(at)
      back.push(page.ids)
      at = page.previous
    }
    expect(back).toEqual(forth.slice(0, -1).reverse())
  })

  test('are the same by the number of the page, whatever a link says of a row that is not there', async () => {
    const wanted = (await show(`${first()}&pageIndex=28`)).ids
    for (const after of [crypto.randomUUID(), '999999999', 'nonsense', '1; drop table agents']) {
      expect((await show(`${first()}&pageIndex=28&after=${encodeURIComponent(after)}`)).ids).toEqual(wanted)
    }
  })
})

test('a link goes on behind its row when others came before it meanwhile', async () => {
  const [, contacts] = lists[0] ?? []
  const before = await show(`${contacts?.()}&pageIndex=27`)
  const following = (await show(before.next)).ids
  await site.admin.api.call('contacts.create', { body: { name: 'New' } })
  expect((await show(before.next)).ids).toEqual(following)
})

test('visitors who come again on another day, members who leave: totals follow', async () => {
  const { siteId } = site
  const since = (day: string) => `${api.visitors.list.path}?pageSize=1&requestedTime=${day}T00:00:00Z`
  expect((await show(since('2030-01-01'))).total).toBe(0)
  await run(sql`update visitors set last_visit_time = '2030-01-02T10:00:00Z'
    where site_id = ${siteId} and id in (select id from visitors where site_id = ${siteId} limit 30)`)
  for (const day of ['2030-01-01', '2030-01-02', '2020-01-01', '2030-01-03'])
    expect([day, (await show(since(day))).total]).toEqual([
      day,
      { '2030-01-01': 30, '2030-01-02': 30, '2020-01-01': ROWS, '2030-01-03': 0 }[day],
    ])
  const members = `${api.agents.listByRole.path.replace('{roleId}', roleId)}?pageSize=1`
  const [gone] = (await show(members)).ids
  await site.admin.api.call('agents.delete', { params: { id: Number(gone) } })
  while (await foldListCounts(server.server.app.database.db));
  expect((await show(members)).total).toBe(ROWS - 1)
})
