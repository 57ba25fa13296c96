import { connectVisitor } from '@parley/client'
import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite
let params: { campaignId: string }

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  params = { campaignId: site.campaignId }
})

afterAll(() => server?.close())

describe('a campaign', () => {
  test('has complete, sensible settings from the start', async () => {
    const { admin } = site
    expect(await admin.api.call('chatButton.get', { params })).toMatchObject({
      type: 'adaptive',
      adaptiveButtonColor: '#0f766e',
    })
    expect(await admin.api.call('chatWindow.get', { params })).toMatchObject({
      style: 'classic',
      minutesOfVisitorInactivity: 15,
      customSMTPServer: null,
    })
    const { fields } = await admin.api.call('preChat.get', { params })
    expect(fields.map(({ field }) => field?.name)).toEqual([
      'name',
      'email',
      'phone',
      'company',
      'product service',
      'department',
      'ticket id',
    ])
  })

  test('keeps what a PUT leaves out', async () => {
    const before = await site.admin.api.call('chatWindow.get', { params })
    const after = await site.admin.api.call('chatWindow.update', { params, body: { greetingMessage: 'Hello' } })
    expect(after).toEqual({ ...before, greetingMessage: 'Hello' })
  })

  test('does not take a page for its widget that there cannot be', async () => {
    const put = (allowedDomains: readonly string[]) =>
      site.admin.send(api.chatButton.update, { params, body: { allowedDomains } })
    const { status, body } = await put(['shop.example', 'shop.*'])
    expect([status, body.message]).toEqual([400, expect.stringContaining("'allowedDomains[1]'")])
    expect((await put(['*.shop.example', 'https://shop.example/help'])).status).toBe(200)
    await put([])
  })

  test('never shows the password of its mail server, and keeps it from copies of the database', async () => {
    const body = {
      isSMTPServerCustomized: true,
      customSMTPServer: { mailServer: 'smtp.example.com', port: 587, password: 'very-secret' },
    }
    const answer = await site.admin.send(api.chatWindow.update, { params, body })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toContain('very-secret')
    const { rows } = await server.server.app.database.pool.query(
      'select chat_window::text as stored from campaign_parts',
    )
    expect(rows[0].stored).not.toContain('very-secret')
  })

  test('keeps the password of its mail server when the answer is sent back', async () => {
    const password = async () => {
      const { rows } = await server.server.app.database.pool.query(
        `select chat_window -> 'customSMTPServer' ->> 'password' as sealed from campaign_parts`,
      )
      return rows[0].sealed
    }
    const first = { customSMTPServer: { mailServer: 'smtp.example.com', port: 587, password: 'very-secret' } }
    const answer = await site.admin.api.call('chatWindow.update', { params, body: first })
    const sealed = await password()
    await site.admin.api.call('chatWindow.update', { params, body: answer as never })
    expect(await password()).toBe(sealed)
    const elsewhere = { customSMTPServer: { mailServer: 'smtp.elsewhere.example', port: 587 } }
    await site.admin.api.call('chatWindow.update', { params, body: elsewhere })
    expect(await password()).toBeNull()
  })

  test('keeps what a PUT leaves out of its mail server', async () => {
    const own = await server.createSite()
    const at = { campaignId: own.campaignId }
    const put = (customSMTPServer: object) =>
      own.admin.api.call('chatWindow.update', { params: at, body: { customSMTPServer } })
    const first = await put({ mailServer: 'smtp.example.com', port: 587, userName: 'ada', password: 'very-secret' })
    const { customSMTPServer } = await put({ mailServer: 'smtp.example.com', port: 465 })
    expect(customSMTPServer).toEqual({ ...first.customSMTPServer, port: 465 })
  })

  test.each([
    [api.chatWindow.update, { color: 'teal-ish' }, 'color'],
    [api.chatWindow.update, { minutesOfVisitorInactivity: 4 }, 'minutesOfVisitorInactivity'],
    [api.chatbotIntegration.update, { selectedChatbotId: '00000000-0000-0000-0000-000000000001' }, 'selectedChatbotId'],
  ])('refuses what does not fit', async (operation, body, parameter) => {
    const { status, body: error } = await site.admin.send(operation, { params, body })
    expect([status, error.code]).toEqual([400, 400000])
    expect(error.message).toContain(`'${parameter}'`)
  })

  test('finds a place for a field behind one that claimed the last', async () => {
    const own = await server.createSite()
    const add = (field: object) =>
      own.admin.send(api.campaignFormFields.createForPreChat, {
        params: { campaignId: own.campaignId },
        body: { ...field, field: { name: 'Order', type: 'radioBox', options: [{ value: 'S', order: 1 }] } },
      })
    expect((await add({ order: 2_147_483_647 })).status).toBe(201)
    expect((await add({})).body).toMatchObject({ order: 2_147_483_647 })
  })

  test('shows colour, greeting and pre-chat switch in the widget at once', async () => {
    await site.admin.api.call('chatWindow.update', { params, body: { color: '8844aa' } })
    await site.admin.api.call('preChat.update', { params, body: { isEnable: false, greetingMessage: 'Welcome' } })
    const visitor = await connectVisitor({
      url: server.url,
      siteId: site.siteId,
      campaignId: site.campaignId,
      page: { url: 'https://shop.example/', title: 'Shop' },
    })
    expect(visitor.campaign).toMatchObject({ color: '#8844aa', isPreChatEnabled: false, greeting: 'Welcome' })
    await visitor.close()
  })
})

describe('a form', () => {
  test('of the wrap-up has fields only and leaves the settings of other parts alone', async () => {
    const { admin } = site
    const before = await admin.api.call('preChat.get', { params })
    const { fields } = await admin.api.call('agentWrapup.get', { params })
    const body = { fields: fields.map((field, index) => ({ ...field, isRequired: index === 0 })) }
    const after = await admin.api.call('agentWrapup.update', { params, body: body as never })
    expect(after.fields.map(({ isRequired }) => isRequired)).toEqual([true, false])
    expect(await admin.api.call('preChat.get', { params })).toEqual(before)
  })

  test('keeps its system fields whatever a PUT says, and loses custom fields it leaves out', async () => {
    const { admin } = site
    const custom = await admin.api.call('campaignFormFields.createForPreChat', {
      params,
      body: { field: { name: 'Size', type: 'radioBox', options: [{ value: 'S', order: 1 }] } },
    })
    const { fields } = await admin.api.call('preChat.get', { params })
    expect(fields.at(-1)).toMatchObject({
      id: custom.id,
      field: { name: 'Size', isSystem: false, options: [{ value: 'S', order: 1 }] },
    })
    const [first] = fields
    const after = await admin.api.call('preChat.update', {
      params,
      body: { fields: [{ field: { name: 'Name' }, isVisible: !first?.isVisible }] },
    })
    expect(after.fields).toHaveLength(7)
    expect(after.fields[0]).toMatchObject({ id: first?.id, isVisible: !first?.isVisible, field: { name: 'name' } })
    const gone = await admin.send(api.campaignFormFields.get, { params: { ...params, id: custom.id } })
    expect(gone.status).toBe(404)
  })

  test('has system fields that cannot be deleted, types of its own, and ratings of five grades', async () => {
    const { admin } = site
    const { fields } = await admin.api.call('postChat.get', { params })
    const [rating] = fields
    expect(rating?.ratingGrades).toHaveLength(5)
    expect(
      (await admin.send(api.campaignFormFields.delete, { params: { ...params, id: rating?.id ?? '' } })).status,
    ).toBe(400)
    const wrongType = await admin.send(api.campaignFormFields.createForPreChat, {
      params,
      body: { field: { name: 'x', type: 'file' } },
    })
    expect([wrongType.status, wrongType.body.message]).toEqual([400, expect.stringContaining("'field.type'")])
    const grades = await admin.send(api.campaignFormFields.createForPostChat, {
      params,
      body: { field: { name: 'x', type: 'rating' }, ratingGrades: [{ grade: 1, label: 'bad', isVisible: true }] },
    })
    expect([grades.status, grades.body.message]).toEqual([400, expect.stringContaining("'ratingGrades'")])
  })
})
