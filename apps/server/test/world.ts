import { randomUUID } from 'node:crypto'
import type { AnyOperation } from '@parley/contract'
import type { Actor, TestSite } from '@parley/testing'
import { accountWorld } from './account-world.ts'
import { settingsWorld } from './settings-world.ts'

/** Ids of one object of every kind that paths name. */
export type World = Readonly<Record<string, string | number>>

/** Makes one of everything on a site. Kinds nothing can make yet get an id that does not exist. */
export async function worldOf({ admin, campaignId }: TestSite): Promise<World> {
  const name = () => `World ${randomUUID().slice(0, 8)}`
  const department = await admin.api.call('departments.create', { body: { name: name() } })
  const role = await admin.api.call('roles.create', { body: { name: name() } })
  const email = `${randomUUID()}@example.com`
  const agent = await admin.api.call('agents.create', { body: { email, firstName: 'World', lastName: 'Agent' } })
  return {
    campaignId,
    campaigns: campaignId,
    departmentId: department.id,
    departments: department.id,
    roleId: role.id,
    roles: role.id,
    agentId: agent.id,
    agents: agent.id,
    liveChatAgents: agent.id,
    ...(await campaignWorld(admin, campaignId)),
    ...(await accountWorld(admin)),
    ...(await settingsWorld(admin)),
  }
}

/** One of everything that a campaign has many of. */
async function campaignWorld(admin: Actor, campaignId: string): Promise<World> {
  const params = { campaignId }
  const rule = await admin.api.call('customRules.create', { params, body: { name: 'World' } })
  const invitation = await admin.api.call('autoInvitations.create', { params, body: { name: 'World' } })
  const field = await admin.api.call('campaignFormFields.createForPreChat', {
    params,
    body: { field: { name: 'World', type: 'textBox' } },
  })
  return { customRules: rule.id, autoInvitations: invitation.id, campaignFormFields: field.id }
}

/** Path parameters that name objects of the world; `id` means the operation's own resource. */
export function pathParameters(operation: AnyOperation, world: World): Record<string, string | number> {
  const resource = operation.id.split('.')[0] as string
  return Object.fromEntries(
    Object.entries(operation.params).map(([name, field]) => {
      const known = world[name === 'id' ? resource : name]
      return [
        name,
        known ??
          ((field as AnyOperation['params'][string]).facts.schema.type === 'integer' ? 987_654_321 : randomUUID()),
      ]
    }),
  )
}
