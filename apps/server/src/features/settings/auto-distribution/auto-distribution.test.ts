import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const put = (body: object) => site.admin.send(api.autoDistribution.update, { body })

describe('autoDistribution.get', () => {
  test('has a row for every department and agent', async () => {
    const own = await server.createSite()
    const sales = await own.admin.api.call('departments.create', { body: { name: 'Sales' } })
    const agent = await own.addAgent()
    expect(await agent.api.call('autoDistribution.get')).toEqual({
      autoDistributionMethod: 'loadBanlancing',
      isLastChattedAgentPreferred: false,
      isLimitMaxConcurrentChatsForAllAgents: true,
      maxConcurrentChatsForAllAgents: 3,
      ifAutoAcceptChatWhenHavingAudioVideoChat: false,
      ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit: false,
      departmentAutoDistributions: [
        {
          departmentId: sales.id,
          autoDistributionMethod: null,
          isLastChattedAgentPreferred: null,
          backupDepartmentId: null,
        },
      ],
      agentAutoDistributions: [own.admin.agentId, agent.agentId].map((agentId) => ({
        agentId,
        ifAutoAcceptChat: true,
        maxConcurrentChats: null,
      })),
    })
  })
})

describe('autoDistribution.update', () => {
  test('changes rows by their key and keeps what they leave out', async () => {
    const { id: departmentId } = await site.admin.api.call('departments.create', { body: { name: 'Sales' } })
    const { id: backupDepartmentId } = await site.admin.api.call('departments.create', { body: { name: 'Backup' } })
    const row = { departmentId, autoDistributionMethod: 'roundRobin', isLastChattedAgentPreferred: 'true' }
    await put({ departmentAutoDistributions: [row] })
    const agentId = site.admin.agentId
    const answer = await put({
      autoDistributionMethod: 'LOADBALANCING',
      departmentAutoDistributions: [{ departmentId, backupDepartmentId }],
      agentAutoDistributions: [{ agentId, maxConcurrentChats: 7 }],
    })
    expect(answer.body.autoDistributionMethod).toBe('loadBanlancing')
    expect(answer.body.departmentAutoDistributions).toContainEqual({
      departmentId,
      autoDistributionMethod: 'roundRobin',
      isLastChattedAgentPreferred: true,
      backupDepartmentId,
    })
    expect(answer.body.agentAutoDistributions).toContainEqual({
      agentId,
      ifAutoAcceptChat: true,
      maxConcurrentChats: 7,
    })
    expect(await site.admin.api.call('autoDistribution.get')).toEqual(answer.body)
  })

  test('takes back what it gave', async () => {
    const given = await site.admin.api.call('autoDistribution.get')
    expect((await put(given)).body).toEqual(given)
  })

  test.each([
    ['maxConcurrentChatsForAllAgents', { maxConcurrentChatsForAllAgents: 0 }],
    ['autoDistributionMethod', { autoDistributionMethod: 'byTheMoon' }],
    ['agentAutoDistributions.agentId', { agentAutoDistributions: [{ agentId: 987_654_321 }] }],
    ['agentAutoDistributions[0].agentId', { agentAutoDistributions: [{}] }],
    [
      'departmentAutoDistributions.departmentId',
      { departmentAutoDistributions: [{ departmentId: crypto.randomUUID() }] },
    ],
  ])('refuses a wrong %s and stores nothing', async (name, body) => {
    const before = await site.admin.api.call('autoDistribution.get')
    const answer = await put({ isLastChattedAgentPreferred: !before.isLastChattedAgentPreferred, ...body })
    expect([answer.status, answer.body.code]).toEqual([400, 400000])
    expect(answer.body.message).toContain(`'${name}'`)
    expect(await site.admin.api.call('autoDistribution.get')).toEqual(before)
  })

  test('refuses a department as its own backup, and ids of another site', async () => {
    const { id } = await site.admin.api.call('departments.create', { body: { name: 'Alone' } })
    const own = await put({ departmentAutoDistributions: [{ departmentId: id, backupDepartmentId: id }] })
    expect(own.body.message).toContain("'departmentAutoDistributions.backupDepartmentId'")
    const other = await server.createSite()
    const body = { departmentAutoDistributions: [{ departmentId: id, backupDepartmentId: null }] }
    expect((await other.admin.send(api.autoDistribution.update, { body })).status).toBe(400)
  })

  test('gives a waiting chat its agent at once when the limit rises', async () => {
    const own = await server.createSite()
    await own.admin.api.call('autoDistribution.update', { body: { maxConcurrentChatsForAllAgents: 1 } })
    const agent = await agentAtWork(server, own)
    const visitors = await Promise.all([visitorOf(server, own), visitorOf(server, own)])
    await visitors[0]?.startChat()
    const waiting = await visitors[1]?.startChat()
    expect(waiting?.state).toBe('waiting')
    const active = new Promise(
      (resolve) => void waiting?.on('state', ({ state }) => state === 'active' && resolve(state)),
    )
    await own.admin.api.call('autoDistribution.update', { body: { maxConcurrentChatsForAllAgents: 2 } })
    expect(await active).toBe('active')
    await Promise.all([agent.close(), ...visitors.map((visitor) => visitor.close())])
  })
})
