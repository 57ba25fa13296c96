import type { Agent, Visitor } from '@parley/client'
import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, playChat, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite
let agent: Agent
let visitor: Visitor

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  agent = await agentAtWork(server, site)
  visitor = await visitorOf(server, site)
})

afterAll(async () => {
  await Promise.all([agent?.close(), visitor?.close()])
  await server?.close()
})

describe('chats.get', () => {
  test('shows a finished chat with its transcript and everything that is documented', async () => {
    await site.admin.api.call('customVariables.create', {
      body: { name: 'Plan', type: 'text', hyperlink: 'https://crm.example' },
    })
    await visitor.setVariables({ Plan: 'gold' })
    const fields = [
      { name: 'Product Service', value: 'Chairs' },
      { name: 'Colour', value: 'red' },
    ]
    const { chatId, sessionId } = await playChat(visitor, agent, { name: 'Ada', email: 'ada@example.com', fields }, [
      ['visitor', 'Hello, do you sell chairs?'],
      ['agent', 'We do.'],
      ['note', 'Wants chairs'],
    ])
    await agent.wrapUp(chatId, { comment: 'Sold', fields: [{ name: 'Amount', value: '4' }] })
    const chat = await site.admin.api.call('chats.get', { params: { id: chatId } })
    expect(chat).toEqual({
      id: chatId,
      agentIds: [site.admin.agentId],
      startTime: expect.stringMatching(/Z$/),
      endTime: expect.stringMatching(/Z$/),
      ifQueued: false,
      ifAudioChatHappened: false,
      ifVideoChatHappened: false,
      messages: expect.any(Array),
      status: 'normal',
      requestingPageTitle: 'Pricing',
      requestingPageURL: 'https://shop.example/pricing',
      source: 'chatButton',
      autoInvitationId: null,
      preChat: {
        socialMediaSource: 'none',
        socialProfileURL: null,
        name: 'Ada',
        email: 'ada@example.com',
        phone: null,
        company: null,
        productService: 'Chairs',
        ticketID: null,
        fieldValues: [{ fieldName: 'Colour', value: 'red', url: null }],
        departmentId: null,
      },
      postChat: { ratingGrade: 'noRating', ratingComment: null, ratingTime: null, fieldValues: [] },
      agentWrapUp: {
        categories: [],
        comment: 'Sold',
        lastUpdatedTime: expect.stringMatching(/Z$/),
        lastUpdatedByAgentId: site.admin.agentId,
        fieldValues: [{ fieldName: 'Amount', value: '4', url: null }],
      },
      customVariable: { fieldValues: [{ fieldName: 'Plan', value: 'gold', url: 'https://crm.example' }] },
      requestedTime: expect.stringMatching(/Z$/),
      offlineMessageId: null,
      avgResponseTime: expect.any(Number),
      visitorMessagesCount: 1,
      agentMessagesCount: 1,
      campaignId: site.campaignId,
      lastMessageSentBy: 'agent',
      customerSegments: [],
      sessionId,
      botId: null,
    })
    const said = chat.messages.filter(({ type }) => type !== 'system')
    expect(said.map(({ type, content }) => [type, content])).toEqual([
      ['visitor', 'Hello, do you sell chairs?'],
      ['agent', 'We do.'],
      ['note', 'Wants chairs'],
    ])
  })

  test('includes what it refers to, in any case; what is not built yet is null', async () => {
    const { chatId, sessionId } = await playChat(visitor, agent)
    const query = { include: 'AGENT,campaign,session,department,chatbot,autoInvitation,offlineMessage' }
    const { body } = await site.admin.send(api.chats.get, { params: { id: chatId }, query })
    expect(body).toMatchObject({
      agents: [{ id: site.admin.agentId }],
      campaign: { id: site.campaignId },
      session: { id: sessionId },
      chatBot: null,
      autoInvitation: null,
      offlineMessage: null,
      preChat: { department: null },
    })
  })
})

describe('a running chat', () => {
  test('is found by its id, is in no list and cannot be deleted', async () => {
    const chat = await visitor.startChat({ name: 'Running' })
    const params = { id: chat.id }
    expect(await site.admin.api.call('chats.get', { params })).toMatchObject({ status: 'normal', endTime: null })
    const { chats } = await site.admin.api.call('chats.list', { query: { pageSize: 1000 } })
    expect(chats.map(({ id }) => id)).not.toContain(chat.id)
    const one = await site.admin.send(api.chats.delete, { params })
    expect([one.status, one.body.message]).toEqual([400, expect.stringContaining('has not ended')])
    expect((await site.admin.send(api.chats.deleteMany, { body: [chat.id] })).status).toBe(400)
    await chat.end()
    expect((await site.admin.send(api.chats.delete, { params })).status).toBe(204)
    expect((await site.admin.send(api.chats.get, { params })).status).toBe(404)
  })
})

describe('chats.deleteMany', () => {
  test('deletes all or none and leaves an entry', async () => {
    const { chatId: first } = await playChat(visitor, agent)
    const { chatId: second } = await playChat(visitor, agent)
    const remove = (body: unknown) => site.admin.send(api.chats.deleteMany, { body })
    const unknown = crypto.randomUUID()
    const refused = await remove([first, unknown])
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining(unknown)])
    expect((await remove([])).status).toBe(204)
    expect((await remove([first, second, first])).status).toBe(204)
    for (const id of [first, second])
      expect((await site.admin.send(api.chats.get, { params: { id } })).status).toBe(404)
    const { auditLogs } = await site.admin.api.call('auditLogs.list', { query: { actionType: 'transcriptDelete' } })
    expect(auditLogs[0]).toMatchObject({ actionSummary: 'Deleted 2 chats', actionDetails: `${first}, ${second}` })
  })

  test('does nothing to another site', async () => {
    const { chatId } = await playChat(visitor, agent)
    const other = await server.createSite()
    expect((await other.admin.send(api.chats.deleteMany, { body: [chatId] })).status).toBe(400)
    expect((await site.admin.send(api.chats.get, { params: { id: chatId } })).status).toBe(200)
  })
})
