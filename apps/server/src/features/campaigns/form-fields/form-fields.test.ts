import { api, type Shape } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type FormField = Shape<'CampaignFormField'>

let server: TestServer
let site: TestSite
let params: { campaignId: string }

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  params = { campaignId: site.campaignId }
})

afterAll(() => server?.close())

const fields = api.campaignFormFields
const forms = [
  { form: 'preChat', whole: api.preChat, list: fields.listForPreChat, create: fields.createForPreChat },
  { form: 'postChat', whole: api.postChat, list: fields.listForPostChat, create: fields.createForPostChat },
  {
    form: 'offlineMessage',
    whole: api.campaignOfflineMessage,
    list: fields.listForOfflineMessage,
    create: fields.createForOfflineMessage,
  },
  { form: 'agentWrapup', whole: api.agentWrapup, list: fields.listForAgentWrapup, create: fields.createForAgentWrapup },
] as const

const choice = { name: 'Topic', type: 'radioBox', options: [{ value: 'Delivery' }, { value: 'Returns' }] }

describe.each(forms)('a field of the $form form', ({ whole, list, create }) => {
  test('is added to the form and to its list, changed, hidden and deleted', async () => {
    const before: FormField[] = (await site.admin.send(list, { params })).body
    const made = await site.admin.send(create, { params, body: { field: choice, isVisible: true } })
    expect(made.status).toBe(201)
    expect(made.body.field).toMatchObject({ name: 'Topic', type: 'radioBox', isSystem: false })
    expect(made.body.field.options.map(({ value }: { value: string }) => value)).toEqual(['Delivery', 'Returns'])

    const listed: FormField[] = (await site.admin.send(list, { params })).body
    expect(listed.map(({ id }) => id).sort()).toEqual([...before.map(({ id }) => id), made.body.id].sort())
    expect((await site.admin.send(whole.get, { params })).body.fields).toEqual(listed)

    const own = { ...params, id: made.body.id as string }
    const changed = await site.admin.api.call('campaignFormFields.update', {
      params: own,
      body: { isVisible: false, isRequired: true },
    })
    expect(changed).toEqual({ ...made.body, isVisible: false, isRequired: true })
    expect(await site.admin.api.call('campaignFormFields.get', { params: own })).toEqual(changed)

    await site.admin.api.call('campaignFormFields.delete', { params: own })
    expect((await site.admin.send(list, { params })).body).toEqual(before)
  })

  test('stays when it came with the form, but can be hidden', async () => {
    const [system] = (await site.admin.send(list, { params })).body as FormField[]
    const own = { ...params, id: system?.id ?? '' }
    const refused = await site.admin.send(fields.delete, { params: own })
    expect([refused.status, refused.body.code]).toEqual([400, 400000])
    expect(refused.body.message).toContain(`'${system?.field?.name}'`)
    const hidden = await site.admin.api.call('campaignFormFields.update', { params: own, body: { isVisible: false } })
    expect([hidden.isVisible, hidden.field]).toEqual([false, system?.field])
  })

  test('is refused with a type the form does not take, and nothing is added', async () => {
    const before = (await site.admin.send(list, { params })).body
    const body = { field: { name: 'Odd', type: 'spaceship' } }
    expect((await site.admin.send(create, { params, body })).status).toBe(400)
    expect((await site.admin.send(list, { params })).body).toEqual(before)
  })
})
