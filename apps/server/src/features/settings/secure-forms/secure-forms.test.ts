import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const card = { name: 'card', displayName: 'Card number', type: 'cardNumber', isRequired: true }
const kind = { name: 'kind', displayName: 'Kind', type: 'dropDownList', options: [{ value: 'Debit' }] }

const create = (body: object = {}) => site.admin.send(api.secureForms.create, { body: { name: 'Payment', ...body } })

describe('secure forms', () => {
  test('show their fields with everything that is documented of them', async () => {
    const { status, body } = await create({ fields: [card, kind] })
    const rest = { isSystem: false, isVisible: false }
    expect(status).toBe(201)
    expect(body.fields).toEqual([
      { ...card, ...rest, id: expect.any(String), order: 1, options: [] },
      {
        ...kind,
        ...rest,
        id: expect.any(String),
        type: 'dropdownList',
        isRequired: false,
        order: 2,
        options: [{ value: 'Debit', order: 1 }],
      },
    ])
    expect(await site.admin.api.call('secureForms.get', { params: { id: body.id } })).toEqual(body)
  })

  test('keep the ids of fields that a change names, and lose those it leaves out', async () => {
    const { body: made } = await create({ fields: [card, kind] })
    const params = { id: made.id }
    const renamed = await site.admin.api.call('secureForms.update', { params, body: { name: 'Order' } })
    expect(renamed).toEqual({ ...made, name: 'Order' })
    const body = { fields: [{ ...card, displayName: 'Your card' }] } as never
    const changed = await site.admin.api.call('secureForms.update', { params, body })
    expect(changed.fields).toMatchObject([{ id: made.fields[0].id, displayName: 'Your card' }])
    expect(changed.fields).toHaveLength(1)
  })

  test.each([
    ['fields[1].options', { fields: [card, { ...kind, options: [] }] }],
    ['fields[0].options[0].value', { fields: [{ ...kind, options: [{ value: ' ' }] }] }],
    ['fields[0].name', { fields: [{ ...card, name: ' ' }] }],
  ])('refuse a wrong %s', async (name, body) => {
    const answer = await create(body)
    expect([answer.status, answer.body.code]).toEqual([400, 400000])
    expect(answer.body.message).toContain(`'${name}'`)
  })

  test('take their fields along when they go', async () => {
    const { body: made } = await create({ fields: [card] })
    const params = { secureFormId: made.id, id: made.fields[0].id }
    expect((await site.admin.send(api.secureFormFields.get, { params })).status).toBe(200)
    await site.admin.api.call('secureForms.delete', { params: { id: made.id } })
    expect((await site.admin.send(api.secureFormFields.get, { params })).status).toBe(404)
  })
})

describe('secure form fields', () => {
  test('lie below their form and nowhere else', async () => {
    const [{ body: form }, { body: other }] = [await create(), await create()]
    const params = { secureFormId: form.id }
    const { status, body: field, headers } = await site.admin.send(api.secureFormFields.create, { params, body: kind })
    expect([status, headers.get('location')]).toEqual([
      201,
      `/api/v3/livechat/secureForms/${form.id}/secureFormFields/${field.id}`,
    ])
    expect(await site.admin.api.call('secureFormFields.list', { params })).toEqual([field])
    const elsewhere = { secureFormId: other.id, id: field.id }
    const attempts = [
      await site.admin.send(api.secureFormFields.get, { params: elsewhere }),
      await site.admin.send(api.secureFormFields.update, { params: elsewhere, body: { name: 'x' } }),
      await site.admin.send(api.secureFormFields.delete, { params: elsewhere }),
    ]
    expect(attempts.map((answer) => answer.status)).toEqual([404, 404, 404])
    const wrong = await site.admin.send(api.secureFormFields.update, {
      params: { ...params, id: field.id },
      body: { options: [] },
    })
    expect([wrong.status, wrong.body.message.includes("'options'")]).toEqual([400, true])
  })
})
