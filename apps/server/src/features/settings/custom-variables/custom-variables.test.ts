import { randomUUID } from 'node:crypto'
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

const create = (body: object) => site.admin.send(api.customVariables.create, { body })
const newName = () => `Variable ${randomUUID()}`

describe('customVariables.create', () => {
  test('answers 201 with the variable and where it is', async () => {
    const body = { name: newName(), type: 'INTEGER', value: '5', hyperlink: 'https://crm.example' }
    const answer = await create(body)
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({ ...body, type: 'integer', id: expect.any(String) })
    expect(answer.headers.get('location')).toBe(`/api/v3/livechat/customVariables/${answer.body.id}`)
    expect(await site.admin.api.call('customVariables.get', { params: { id: answer.body.id } })).toEqual(answer.body)
    expect(await site.admin.api.call('customVariables.list')).toContainEqual(answer.body)
  })

  test('needs a name of its own, in any case', async () => {
    const name = newName()
    await create({ name, type: 'text' })
    const again = await create({ name: name.toUpperCase(), type: 'text' })
    expect([again.status, again.body.message]).toEqual([400, "Parameter 'name' is already in use."])
    const padded = await create({ name: ` ${name} `, type: 'text' })
    expect([padded.status, padded.body.message]).toEqual([400, "Parameter 'name' is already in use."])
    expect((await create({ name: '  ', type: 'text' })).body.message).toContain("'name'")
    expect((await create({ name: newName() })).body.message).toBe("Parameter 'type' is required.")
  })
})

describe('customVariables.update', () => {
  test('keeps what is left out', async () => {
    const { body: made } = await create({ name: newName(), type: 'decimal', hyperlink: 'https://crm.example' })
    const params = { id: made.id }
    const changed = await site.admin.api.call('customVariables.update', { params, body: { value: '1.5' } })
    expect(changed).toEqual({ ...made, value: '1.5' })
  })
})

describe('customVariables.delete', () => {
  test('removes it for good', async () => {
    const { body: made } = await create({ name: newName(), type: 'text' })
    await site.admin.api.call('customVariables.delete', { params: { id: made.id } })
    const { status } = await site.admin.send(api.customVariables.get, { params: { id: made.id } })
    expect(status).toBe(404)
  })
})
