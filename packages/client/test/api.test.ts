import * as contract from '@parley/contract'
import { expect, test } from 'vitest'
import { login, ParleyApi, ParleyError } from '../src/index.ts'
import * as limits from '../src/limits.ts'
import { queryString } from '../src/query-string.ts'

interface Seen {
  url: string
  method: string | undefined
  body: unknown
  authorization: string | null
}

function answering(...answers: [status: number, body?: unknown][]) {
  const seen: Seen[] = []
  const send: typeof fetch = async (url, init) => {
    const authorization = new Headers(init?.headers).get('authorization')
    seen.push({ url: String(url), method: init?.method, body: init?.body, authorization })
    const [status, body] = answers.shift() ?? [500]
    return new Response(body === undefined ? null : JSON.stringify(body), { status })
  }
  return { seen, send }
}

const url = 'https://api.example/'

test('a call fills path, query and body from the operation', async () => {
  const { seen, send } = answering([200, { chats: [] }], [200, {}], [204])
  const api = new ParleyApi({ url, token: 'abc', fetch: send })
  await api.call('chats.list', {
    query: { include: ['agent', 'session'], agentId: 7, conditions: [{ field: 'name', value: 'a b' }] },
  })
  await api.call('agents.update', { params: { id: 5 }, body: { firstName: 'Ann' } })
  expect(await api.call('agents.unlock', { params: { id: 5 } })).toBeUndefined()
  expect(seen).toEqual([
    {
      url: 'https://api.example/api/v3/livechat/chats?include=agent%2Csession&agentId=7&conditions[0][field]=name&conditions[0][value]=a%20b',
      method: 'GET',
      body: undefined,
      authorization: 'Bearer abc',
    },
    {
      url: 'https://api.example/api/v3/globalSettings/agents/5',
      method: 'PUT',
      body: '{"firstName":"Ann"}',
      authorization: 'Bearer abc',
    },
    {
      url: 'https://api.example/api/v3/globalSettings/agents/5:unlock',
      method: 'POST',
      body: undefined,
      authorization: 'Bearer abc',
    },
  ])
})

test('a refusal is thrown with its code, status and message', async () => {
  const { send } = answering([400, { code: 400000, message: "Parameter 'email' is required." }], [502, undefined])
  const api = new ParleyApi({ url, fetch: send })
  await expect(api.call('site.get')).rejects.toMatchObject({
    code: 400000,
    status: 400,
    message: "Parameter 'email' is required.",
  })
  await expect(api.call('site.get')).rejects.toMatchObject({ code: 502000, status: 502 })
})

test('a server that cannot be reached is a ParleyError without status', async () => {
  const api = new ParleyApi({ url, fetch: () => Promise.reject(new TypeError('refused')) })
  const failure = await api.call('site.get').catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ParleyError)
  expect(failure).toMatchObject({ code: 0, status: 0 })
})

test('a refused token is replaced once when there is a function for it', async () => {
  const { seen, send } = answering([401], [200, {}], [401], [401, { code: 401002, message: 'Expired' }])
  const token = async (stale?: string) => (stale ? `after ${stale}` : 'first')
  const api = new ParleyApi({ url, token, fetch: send })
  await api.call('site.get')
  expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer after first'])
  await expect(api.call('site.get')).rejects.toMatchObject({ code: 401002 })
  expect(seen).toHaveLength(4)
})

test('a fixed token is not tried twice', async () => {
  const { seen, send } = answering([401])
  await expect(new ParleyApi({ url, token: 'x', fetch: send }).call('site.get')).rejects.toMatchObject({ status: 401 })
  expect(seen).toHaveLength(1)
})

test('login posts the documented form and answers with the token', async () => {
  const { seen, send } = answering([200, { token: 'jwt' }])
  expect(await login({ url, siteId: 10000, email: 'a@b.example', password: 'p&q', fetch: send })).toBe('jwt')
  expect(seen[0]?.url).toBe('https://api.example/adminwebservice/api/jwttoken/generate')
  expect(String(seen[0]?.body)).toBe('loginType=password&userName=a%40b.example&password=p%26q&siteId=10000')
})

test('a query leaves out what is not given', () => {
  expect(queryString({ a: undefined, b: null, c: [], d: 0, e: false })).toBe('?d=0&e=false')
  expect(queryString({})).toBe('')
})

test('the limits are those of the contract', () => {
  const { SILENCE_LIMIT_MS, MAX_FRAME_BYTES, CLOSE_UNAUTHORISED, CLOSE_BANNED } = contract
  expect(limits).toMatchObject({ SILENCE_LIMIT_MS, MAX_FRAME_BYTES, CLOSE_UNAUTHORISED, CLOSE_BANNED })
})
