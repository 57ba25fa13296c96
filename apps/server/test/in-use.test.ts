import { randomUUID } from 'node:crypto'
import { type AnyOperation, operationById } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Made = { readonly id: string | number; readonly name?: string; readonly email?: string }

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const TOP = '00000000-0000-0000-0000-000000000000'
const name = (of: string) => `${of} ${randomUUID().slice(0, 8)}`
const op = (id: string) => operationById(id as 'agents.list') as AnyOperation

async function send(id: string, request: object): Promise<Made> {
  const { status, body } = await site.admin.send(op(id), request)
  expect([id, status, body]).toEqual([id, expect.any(Number), expect.anything()])
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

const make = (resource: string, body: object, params: Record<string, string | number> = {}) =>
  send(`${resource}.create`, { params, body })
const department = () => make('departments', { name: name('Department') })
const agent = () => make('agents', { email: `${randomUUID()}@example.com`, firstName: 'Ada', lastName: 'L' })
const campaign = () => make('campaigns', { name: name('Campaign') })
const segment = () => make('customerSegments', { name: name('Segment'), conditions: [] })
const variable = () => make('customVariables', { name: name('Variable'), type: 'text' })
const about = (id: string | number) => [{ field: 'Segmentation', operator: 'is', value: String(id) }]
const inCampaign = () => ({ campaignId: site.campaignId })

interface Case {
  /** what is to be deleted, and how it is used; the refusal has to say `by` */
  readonly resource: string
  use(): Promise<{ object: Made; by: string }>
  /** ends the use, after which the deletion is right */
  free?(object: Made): Promise<unknown>
}

const rule = (routeTo: string) => async (object: Made) => {
  const by = name('Rule')
  await make('customRules', { name: by, routeTo, routeToId: String(object.id) }, inCampaign())
  return { object, by }
}
const routed = (body: (id: string) => object) => async (object: Made) => {
  await send('routing.update', { params: inCampaign(), body: body(String(object.id)) })
  return { object, by: 'the routing of the campaign' }
}
const unroute = () =>
  send('routing.update', {
    params: inCampaign(),
    body: { routeTo: null, routeToId: null, actionWhenNoRuleMatched: 'routeToSite', customRules: [] },
  })
const holding = (words: string, use: () => Promise<unknown>) => async (object: Made) => {
  await use()
  return { object, by: words }
}

const cases: Record<string, Case> = {
  'a department in a routing rule': {
    resource: 'departments',
    use: async () => rule('department')(await department()),
    free: unroute,
  },
  'a department that a campaign sends chats to': {
    resource: 'departments',
    use: async () => routed((routeToId) => ({ routeTo: 'department', routeToId }))(await department()),
    free: unroute,
  },
  'a department for chats that no rule matched': {
    resource: 'departments',
    use: async () =>
      routed((id) => ({ actionWhenNoRuleMatched: 'routeToDepartment', routeToIdWhenNoRuleMatched: id }))(
        await department(),
      ),
    free: unroute,
  },
  'an agent in a routing rule': { resource: 'agents', use: async () => rule('agent')(await agent()), free: unroute },
  'an agent that a campaign sends chats to': {
    resource: 'agents',
    use: async () => routed((routeToId) => ({ routeTo: 'agent', routeToId }))(await agent()),
    free: unroute,
  },
  'a campaign that is the default of the dynamic campaign': {
    resource: 'campaigns',
    async use() {
      const object = await campaign()
      await send('dynamicCampaign.update', { body: { defaultCampaignId: object.id } })
      return { object, by: 'the dynamic campaign' }
    },
    free: () => send('dynamicCampaign.update', { body: { defaultCampaignId: site.campaignId } }),
  },
  'a campaign in a rule of the dynamic campaign': {
    resource: 'campaigns',
    async use() {
      const object = await campaign()
      const rules = [
        {
          name: 'Rule',
          order: 1,
          isEnabled: true,
          conditionMetType: 'all',
          targetCampaignId: object.id,
          conditions: [],
        },
      ]
      await send('dynamicCampaign.update', { body: { dynamicCampaignRules: rules } })
      return { object, by: 'a rule of the dynamic campaign' }
    },
    free: () => send('dynamicCampaign.update', { body: { dynamicCampaignRules: [] } }),
  },
  'a segment in a condition of another': {
    resource: 'customerSegments',
    async use() {
      const object = await segment()
      const by = name('Segment')
      await make('customerSegments', { name: by, conditions: about(object.id) })
      return { object, by }
    },
  },
  'a segment in a condition of an invitation': {
    resource: 'customerSegments',
    async use() {
      const object = await segment()
      const by = name('Invitation')
      await make('autoInvitations', { name: by, conditions: about(object.id) }, inCampaign())
      return { object, by }
    },
  },
  'a segment in a condition of a routing rule': {
    resource: 'customerSegments',
    async use() {
      const object = await segment()
      await make('customRules', { name: 'Rule', conditions: about(object.id) }, inCampaign())
      return { object, by: 'routing rule' }
    },
    free: unroute,
  },
  'a segment in a condition of the dynamic campaign': {
    resource: 'customerSegments',
    async use() {
      const object = await segment()
      const rules = [
        {
          name: 'R',
          order: 1,
          isEnabled: true,
          conditionMetType: 'all',
          targetCampaignId: site.campaignId,
          conditions: about(object.id),
        },
      ]
      await send('dynamicCampaign.update', { body: { dynamicCampaignRules: rules } })
      return { object, by: 'the dynamic campaign' }
    },
    free: () => send('dynamicCampaign.update', { body: { dynamicCampaignRules: [] } }),
  },
  'an away status in the hours of a shift': {
    resource: 'agentAwayStatuses',
    async use() {
      const object = await make('agentAwayStatuses', { name: name('Lunch') })
      const by = name('Shift')
      const hours = { dayOfWeek: 'monday', startTime: '09:00', endTime: '17:00', awayStatusId: object.id }
      await make('shifts', { name: by, workingHours: [hours] })
      return { object, by }
    },
  },
  'a custom variable that a conversion reads': {
    resource: 'customVariables',
    async use() {
      const object = await variable()
      const by = name('Conversion')
      const body = { name: by, type: 'customVariable', customVariableUsedToDetermineConversion: object.name }
      await make('conversionActions', body)
      return { object, by }
    },
  },
  'a custom variable that a conversion gets its value from': {
    resource: 'customVariables',
    async use() {
      const object = await variable()
      const by = name('Conversion')
      const value = { valueSource: 'getFromCustomVariable', assignedValueFromCustomVariable: object.name }
      await make('conversionActions', { name: by, type: 'api', ...value })
      return { object, by }
    },
  },
  ...Object.fromEntries(
    ['public', 'private'].flatMap((kind) => {
      const resource = `${kind}CannedMessageCategories`
      const category = (parentId: string | number = TOP) => make(resource, { name: name('Category'), parentId })
      return [
        [
          `a ${kind} category with messages in it`,
          {
            resource,
            async use() {
              const object = await category()
              await make(`${kind}CannedMessages`, { name: 'Hi', message: 'Hello', categoryId: object.id })
              return { object, by: 'messages or categories in it' }
            },
          },
        ],
        [
          `a ${kind} category with categories in it`,
          {
            resource,
            async use() {
              const object = await category()
              return holding('messages or categories in it', () => category(object.id))(object)
            },
          },
        ],
      ]
    }),
  ),
}

describe('what is in use stays, and the answer says what uses it', () => {
  test.each(Object.entries(cases))('%s', async (_what, { resource, use, free }) => {
    const { object, by } = await use()
    const params = { id: object.id }
    const before = (await site.admin.send(op(`${resource}.get`), { params })).body
    const refused = await site.admin.send(op(`${resource}.delete`), { params })
    expect([refused.status, refused.body?.code]).toEqual([400, 400000])
    expect(refused.body.message).toContain(by)
    expect(refused.body.message).toContain(object.name ?? object.email)
    expect((await site.admin.send(op(`${resource}.get`), { params })).body).toEqual(before)
    if (!free) return
    await free(object)
    expect((await site.admin.send(op(`${resource}.delete`), { params })).status).toBe(204)
  })
})

describe('what is built in stays', () => {
  const firstOf = async (list: string, is: (one: Record<string, unknown>) => boolean) =>
    (await site.admin.send(op(list), { params: inCampaign() })).body.find(is)

  test.each([
    ['the role of administrators', 'roles', (one: Record<string, unknown>) => one.type === 'administrator'],
    ['the role of agents', 'roles', (one: Record<string, unknown>) => one.type === 'agent'],
    ['the status Away', 'agentAwayStatuses', (one: Record<string, unknown>) => one.isSystem === true],
  ])('%s', async (_what, resource, is) => {
    const found = await firstOf(`${resource}.list`, is)
    const { status, body } = await site.admin.send(op(`${resource}.delete`), { params: { id: found.id } })
    expect([status, body.message]).toEqual([400, expect.stringContaining(`'${found.name}'`)])
  })

  test('the last campaign, and the last administrator', async () => {
    const own = await server.createSite()
    const last = await own.admin.send(op('campaigns.delete'), { params: { id: own.campaignId } })
    expect([last.status, last.body.message]).toEqual([400, expect.stringContaining('last campaign')])
    const me = await own.admin.send(op('agents.delete'), { params: { id: own.admin.agentId } })
    expect([me.status, me.body.message]).toEqual([400, expect.stringContaining('last active administrator')])
  })
})

describe('what only lists an object forgets it', () => {
  test.each([
    ['departmentIds', 'departments', department],
    ['agentIds', 'agents', agent],
  ] as const)('a segment that alerts: %s', async (property, resource, makeOne) => {
    const [gone, stays] = [await makeOne(), await makeOne()]
    const alertTo = { [property]: [gone.id, stays.id] }
    const made = await make('customerSegments', { name: name('Segment'), conditions: [], alertTo })
    expect((await site.admin.send(op(`${resource}.delete`), { params: { id: gone.id } })).status).toBe(204)
    const { body } = await site.admin.send(op('customerSegments.get'), { params: { id: made.id } })
    expect(body.alertTo[property]).toEqual([stays.id])
    // and it can be sent back
    expect((await site.admin.send(op('customerSegments.update'), { params: { id: made.id }, body })).status).toBe(200)
  })

  test('a conversion reads a variable by its new name', async () => {
    const object = await variable()
    const made = await make('conversionActions', {
      name: name('Conversion'),
      type: 'customVariable',
      customVariableUsedToDetermineConversion: object.name,
    })
    const renamed = name('Renamed')
    await send('customVariables.update', { params: { id: object.id }, body: { name: renamed } })
    const { body } = await site.admin.send(op('conversionActions.get'), { params: { id: made.id } })
    expect(body.customVariableUsedToDetermineConversion).toBe(renamed)
  })
})

describe('a deletion while somebody names the object leaves nothing that names nobody', () => {
  const rounds = Array.from({ length: 8 }, (_, index) => index)

  test.each(rounds)('a department and its agents, round %i', async () => {
    const [one, other] = [await department(), await agent()]
    const [put, gone] = await Promise.all([
      site.admin.send(op('agents.update'), { params: { id: other.id }, body: { departmentIds: [one.id] } }),
      site.admin.send(op('departments.delete'), { params: { id: one.id } }),
    ])
    expect([[200, 400], gone.status]).toEqual([expect.arrayContaining([put.status]), 204])
    const { body } = await site.admin.send(op('agents.get'), { params: { id: other.id } })
    expect(body.departmentIds).toEqual([])
  })

  test.each(rounds)('a department and a rule that sends chats to it, round %i', async () => {
    const one = await department()
    const [made, gone] = await Promise.all([
      site.admin.send(op('customRules.create'), {
        params: inCampaign(),
        body: { name: 'Rule', routeTo: 'department', routeToId: one.id },
      }),
      site.admin.send(op('departments.delete'), { params: { id: one.id } }),
    ])
    // one of the two comes first, and the other hears of it
    expect([
      [201, 400],
      [400, 204],
    ]).toContainEqual([made.status, gone.status])
  })

  test.each(rounds)('an agent and a segment that alerts it, round %i', async () => {
    const [one, made] = [await agent(), await segment()]
    const [put, gone] = await Promise.all([
      site.admin.send(op('customerSegments.update'), {
        params: { id: made.id },
        body: { alertTo: { agentIds: [one.id] } },
      }),
      site.admin.send(op('agents.delete'), { params: { id: one.id } }),
    ])
    expect([[200, 400], gone.status]).toEqual([expect.arrayContaining([put.status]), 204])
    const { body } = await site.admin.send(op('customerSegments.get'), { params: { id: made.id } })
    expect(body.alertTo?.agentIds ?? []).toEqual([])
  })

  test.each(rounds)('a campaign and what is added to it, round %i', async () => {
    const { id: campaignId } = await campaign()
    const params = { campaignId }
    const add = (id: string, body: object) => site.admin.send(op(id), { params, body })
    const answers = await Promise.all([
      add('customRules.create', { name: 'Late' }),
      add('autoInvitations.create', { name: 'Late' }),
      add('campaignFormFields.createForPreChat', { field: { name: 'Late', type: 'textBox' } }),
      site.admin.send(op('campaigns.delete'), { params: { id: campaignId } }),
    ])
    for (const { status } of answers) expect([201, 204, 400, 404]).toContain(status)
    const { rows } = await server.server.app.database.pool.query(
      `select 1 from custom_rules where campaign_id = $1 union all select 1 from auto_invitations where campaign_id = $1
       union all select 1 from campaign_form_fields where campaign_id = $1`,
      [campaignId],
    )
    expect(rows).toEqual([])
  })

  test.each(rounds)('two objects that name each other are changed at once, round %i', async () => {
    const [one, other] = [await department(), await agent()]
    const answers = await Promise.all([
      site.admin.send(op('agents.update'), { params: { id: other.id }, body: { departmentIds: [one.id] } }),
      site.admin.send(op('departments.update'), { params: { id: one.id }, body: { agentIds: [other.id] } }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })
})
