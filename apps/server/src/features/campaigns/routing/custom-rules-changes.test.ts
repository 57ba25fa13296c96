import type { Agent } from '@parley/client'
import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agentAtWork, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

/** A department with one agent at work in it. */
async function team(name: string) {
  const { id } = await site.admin.api.call('departments.create', { body: { name } })
  const actor = await site.addAgent({ permissions: ['Accept Chats'], departmentIds: [id] })
  return { id, name, agent: await agentAtWork(server, site, actor) }
}

/** Asks for a chat, and tells which of the teams got it. */
async function whoGetsAChat(teams: readonly { name: string; agent: Agent }[]): Promise<string> {
  const visitor = await visitorOf(server, site)
  const stops: (() => void)[] = []
  const taken = new Promise<string>((resolve) => {
    for (const { name, agent } of teams) stops.push(agent.on('chat', () => resolve(name)))
  })
  const chat = await visitor.startChat()
  const name = await taken
  for (const stop of stops) stop()
  await chat.end()
  await visitor.close()
  return name
}

test('a routing rule counts for the next chat as it was changed last, and not when it is gone', async () => {
  const [orders, returns] = [await team('Orders'), await team('Returns')]
  const teams = [orders, returns]
  const params = { campaignId: site.campaignId }
  const to = ({ id }: { id: string }) => ({ routeTo: 'department', routeToId: id }) as const
  await site.admin.api.call('routing.update', {
    params,
    body: {
      isEnable: true,
      type: 'customRule',
      actionWhenNoRuleMatched: 'routeToDepartment',
      routeToIdWhenNoRuleMatched: returns.id,
    },
  })
  const rule = await site.admin.api.call('customRules.create', {
    params,
    body: { name: 'Everybody', isEnable: true, conditions: [], ...to(orders) },
  })
  const own = { ...params, id: rule.id }
  expect(await whoGetsAChat(teams)).toBe('Orders')

  await site.admin.api.call('customRules.update', { params: own, body: to(returns) })
  expect(await whoGetsAChat(teams)).toBe('Returns')
  const refused = await site.admin.send(api.customRules.update, { params: own, body: to({ id: crypto.randomUUID() }) })
  expect(refused.status).toBe(400)
  expect(await whoGetsAChat(teams)).toBe('Returns')

  await site.admin.api.call('customRules.update', { params: own, body: to(orders) })
  await site.admin.api.call('customRules.update', { params: own, body: { isEnable: false } })
  expect(await whoGetsAChat(teams)).toBe('Returns')
  await site.admin.api.call('customRules.update', { params: own, body: { isEnable: true } })
  expect(await whoGetsAChat(teams)).toBe('Orders')
  await site.admin.api.call('customRules.delete', { params: own })
  expect(await whoGetsAChat(teams)).toBe('Returns')
  await Promise.all(teams.map(({ agent }) => agent.close()))
})
