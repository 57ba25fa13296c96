import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from 'parley-api'

/**
 * A program of somebody who has nothing but the generated types. `client.test.ts` checks its types against the document
 * and runs it against a server. Every `@ts-expect-error` is a mistake the types have to find.
 */
export interface Account {
  readonly url: string
  readonly siteId: number
  readonly email: string
  readonly password: string
}

type Api = Client<paths>
type Agent = components['schemas']['Agent']
type Department = components['schemas']['Department']

/** Gets a token and makes a client that sends it. */
export async function signIn({ url, siteId, email, password }: Account): Promise<Api> {
  const { data } = await createClient<paths>({ baseUrl: url }).POST('/adminwebservice/api/jwttoken/generate', {
    body: { loginType: 'password', userName: email, password, siteId },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  if (!data) throw new Error('signing in failed')
  return createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${data.token}` } })
}

/** Who one is by each way of signing in that the document describes. */
export async function waysIn(account: Account): Promise<(string | undefined)[]> {
  const { url, siteId, email, password } = account
  const bearer = await signIn(account)
  const { key } = must((await bearer.POST('/api/v3/parley/apiKeys', { body: { name: 'Export' } })).data)
  const basic = createClient<paths>({ baseUrl: url, headers: { Authorization: `Basic ${btoa(`${email}:${key}`)}` } })
  const { data: tokens } = await createClient<paths>({ baseUrl: url }).POST('/oauth/token', {
    body: { grant_type: 'password', email, password, siteId },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  const oauth = createClient<paths>({
    baseUrl: url,
    headers: { Authorization: `Bearer ${must(tokens).access_token}` },
  })
  const answers = [bearer, basic, oauth].map((api) => api.GET('/api/v3/globalSettings/agents/me'))
  return (await Promise.all(answers)).map(({ data }) => data?.email)
}

/** Makes, reads, changes, unlocks, lists and deletes an agent. */
export async function agentsLife(api: Api, email: string) {
  const created = await api.POST('/api/v3/globalSettings/agents', {
    body: { email, firstName: 'Ida', lastName: 'Jansen', title: null, departmentIds: [] },
  })
  const agent = must<Agent>(created.data)
  const path = { id: agent.id }
  const read = await api.GET('/api/v3/globalSettings/agents/{id}', {
    params: { path, query: { include: ['role', 'permission'] } },
  })
  const roles: string[] = (must(read.data).roles ?? []).map(({ name }) => name)
  const changed = await api.PUT('/api/v3/globalSettings/agents/{id}', { params: { path }, body: { title: 'Support' } })
  const unlocked = await api.POST('/api/v3/globalSettings/agents/{id}:unlock', { params: { path } })
  const listed = await api.GET('/api/v3/globalSettings/agents', {
    params: { query: { keywords: email, pageSize: 5, pageIndex: 1 } },
  })
  const { count, agents, nextPage } = must(listed.data)
  const deleted = await api.DELETE('/api/v3/globalSettings/agents/{id}', { params: { path } })
  const gone = await api.GET('/api/v3/globalSettings/agents/{id}', { params: { path } })
  return {
    created: created.response.status,
    location: created.response.headers.get('location'),
    // null until somebody says one; the types know
    titleBefore: agent.title,
    roles,
    titleAfter: must(changed.data).title?.toUpperCase(),
    unlocked: unlocked.response.status,
    count,
    emails: agents.map((one) => one.email),
    nextPage,
    deleted: deleted.response.status,
    gone: gone.error,
  }
}

/** Makes, changes, lists and deletes a department. */
export async function departmentsLife(api: Api) {
  const created = await api.POST('/api/v3/globalSettings/departments', { body: { name: 'Orders' } })
  const department = must<Department>(created.data)
  const path = { id: department.id }
  const changed = await api.PUT('/api/v3/globalSettings/departments/{id}', {
    params: { path },
    body: { description: 'Deliveries', offlineMessageMailTo: 'All agents in the department' },
  })
  const listed = await api.GET('/api/v3/globalSettings/departments', { params: { query: { include: ['agent'] } } })
  const deleted = await api.DELETE('/api/v3/globalSettings/departments/{id}', { params: { path } })
  return {
    description: must(changed.data).description,
    names: must(listed.data).map(({ name }) => name),
    deleted: deleted.response.status,
  }
}

/** Lists chats with filters, conditions in brackets, and what belongs to them. */
export async function findChats(api: Api, agentId: number) {
  const { data, error } = await api.GET('/api/v3/livechat/chats', {
    params: {
      query: {
        include: ['agent', 'session', 'campaign'],
        timeFrom: '2020-01-01T00:00:00Z',
        timeTo: '2100-01-01T00:00:00Z',
        agentId,
        pageSize: 10,
        conditions: [
          { field: 'name', operate: 'contains', value: 'Paula' },
          { field: 'status', value: 'normal' },
        ],
      },
    },
    querySerializer: inBrackets,
  })
  if (!data) throw new Error(error.message)
  return {
    total: data.totalCount,
    chats: data.chats.map(({ status, preChat, session, agents, messages }) => ({
      status,
      name: preChat.name,
      browser: session?.browser,
      agents: agents?.map(({ email }) => email),
      texts: messages.map(({ content }) => content),
    })),
  }
}

/** What the server refuses comes as { code, message }. */
export async function tooLargeAPage(api: Api) {
  const { error, response } = await api.GET('/api/v3/globalSettings/agents', { params: { query: { pageSize: 5000 } } })
  if (!error) throw new Error('nothing was refused')
  const code: number = error.code
  return { status: response.status, code, message: error.message }
}

/** Never called: mistakes that must not compile. */
export async function mistakes(api: Api) {
  // @ts-expect-error firstName is text
  await api.POST('/api/v3/globalSettings/agents', { body: { email: 'a@example.com', firstName: 7, lastName: 'B' } })
  // @ts-expect-error a new agent needs a last name
  await api.POST('/api/v3/globalSettings/agents', { body: { email: 'a@example.com', firstName: 'A' } })
  // @ts-expect-error there is no such path
  await api.GET('/api/v3/globalSettings/agent')
  // @ts-expect-error ids of agents are numbers
  await api.GET('/api/v3/globalSettings/agents/{id}', { params: { path: { id: 'seven' } } })
  // @ts-expect-error agents have no shoes to include
  await api.GET('/api/v3/globalSettings/agents', { params: { query: { include: ['shoes'] } } })
  // @ts-expect-error conditions compare by a few words only
  await api.GET('/api/v3/livechat/chats', { params: { query: { conditions: [{ field: 'name', operate: 'likes' }] } } })
  const { data } = await api.GET('/api/v3/globalSettings/agents')
  // @ts-expect-error the page says count
  data?.total.toFixed()
  // @ts-expect-error a title can be null
  data?.agents[0]?.title.toUpperCase()
  // @ts-expect-error nobody is shown a password
  data?.agents[0]?.password
}

/** Query strings as this API reads them: `conditions[0][field]=name`, and words with commas. */
function inBrackets(query: Record<string, unknown>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (Array.isArray(value) ? ofList(name, value) : [[name, String(value)]]))
    .map((pair) => pair.map((text) => encodeURIComponent(text ?? '')).join('='))
    .join('&')
}

function ofList(name: string, list: unknown[]): string[][] {
  if (list.every((item) => typeof item === 'string')) return [[name, list.join(',')]]
  return list.flatMap((item, index) =>
    Object.entries(item as object).map(([key, value]) => [`${name}[${index}][${key}]`, String(value)]),
  )
}

function must<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server refused')
  return data
}
