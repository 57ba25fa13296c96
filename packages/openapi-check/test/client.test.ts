import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAgent, connectVisitor } from '@parley/client'
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkConsumer, consumerPath, generateTypes } from './generated-types.ts'

interface Account {
  readonly url: string
  readonly siteId: number
  readonly email: string
  readonly password: string
}

/** What `consumer.ts` exports. Its own types are those of the document, which are made while the test runs. */
interface Consumer {
  signIn(account: Account): Promise<object>
  waysIn(account: Account): Promise<(string | undefined)[]>
  agentsLife(api: object, email: string): Promise<{ roles: string[] }>
  departmentsLife(api: object): Promise<{ description: string; names: string[]; deleted: number }>
  findChats(api: object, agentId: number): Promise<{ total: number; chats: { texts: string[] }[] }>
  tooLargeAPage(api: object): Promise<object>
}

test('the types made of the document fit a program that uses them well, and find each of its mistakes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-types-'))
  expect(checkConsumer(await generateTypes(folder))).toEqual([])
  await rm(folder, { recursive: true })
}, 120_000)

describe('a client made of the document', () => {
  let server: TestServer
  let site: TestSite
  let program: Consumer
  let account: Account
  let api: object

  beforeAll(async () => {
    server = await startTestServer()
    site = await server.createSite()
    program = await import(/* @vite-ignore */ consumerPath)
    account = { url: server.url, siteId: site.siteId, email: site.admin.email, password: TEST_PASSWORD }
    api = await program.signIn(account)
  })

  afterAll(() => server?.close())

  test('signs in by each of the ways that are described', async () => {
    expect(await program.waysIn(account)).toEqual([account.email, account.email, account.email])
  })

  test('makes, reads, changes, unlocks, lists and deletes an agent', async () => {
    const life = await program.agentsLife(api, 'ida@example.com')
    expect(life).toMatchObject({
      created: 201,
      location: expect.stringMatching(/^\/api\/v3\/globalSettings\/agents\/\d+$/),
      titleBefore: null,
      titleAfter: 'SUPPORT',
      unlocked: 204,
      count: 1,
      emails: ['ida@example.com'],
      nextPage: '',
      deleted: 204,
      gone: { code: 404000, message: expect.any(String) },
    })
    expect(life.roles.length).toBeGreaterThan(0)
  })

  test('makes, changes, lists and deletes a department', async () => {
    const { description, names, deleted } = await program.departmentsLife(api)
    expect([description, deleted]).toEqual(['Deliveries', 204])
    expect(names).toContain('Orders')
  })

  test('finds chats by filters and conditions, with what belongs to them', async () => {
    const { siteId, campaignId, admin } = site
    await chatOf({ siteId, campaignId }, admin.token, 'Paula Brandt', 'When will my order arrive?')
    await chatOf({ siteId, campaignId }, admin.token, 'Somebody Else', 'Hello')
    const { total, chats } = await program.findChats(api, admin.agentId)
    expect(total).toBe(1)
    expect(chats).toMatchObject([{ status: 'normal', name: 'Paula Brandt', agents: [admin.email] }])
    expect(chats[0]?.texts).toContain('When will my order arrive?')
  })

  test('reads refusals', async () => {
    expect(await program.tooLargeAPage(api)).toEqual({
      status: 400,
      code: 400000,
      message: expect.stringContaining("'pageSize'"),
    })
  })

  /** A whole chat of a visitor with that name, ended. */
  async function chatOf(where: { siteId: number; campaignId: string }, token: string, name: string, text: string) {
    const { url } = server
    const agent = await connectAgent({ url, token, status: 'Online' })
    const page = { url: 'https://shop.example.com/', title: 'Shop' }
    const visitor = await connectVisitor({ url, ...where, page })
    const chat = await visitor.startChat({ name })
    await agent.accept(chat.id).catch(() => undefined)
    await chat.send(text)
    await chat.end()
    visitor.close()
    agent.close()
  }
})
