import { type PermissionName, permissionId } from '@parley/contract'
import { hashPassword } from '../../../auth/passwords.ts'
import type { App } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import {
  agentAwayStatuses,
  agentRoles,
  agents,
  autoDistributions,
  campaigns,
  rolePermissions,
  roles,
  siteSettings,
  sites,
} from '../../../db/schema/index.ts'
import { newId } from '../../../lib/ids.ts'
import { insertDefaultForms } from '../../campaigns/form-fields/form-fields.repo.ts'
import { nextPersonId } from '../agents/agents.repo.ts'
import { nextSiteId } from './site.repo.ts'

export interface NewSite {
  readonly company: string
  readonly email: string
  readonly password: string
  readonly firstName?: string
  readonly lastName?: string
}

/** What every agent of a new site may do. */
const agentPermissions: readonly PermissionName[] = [
  'Accept Chats',
  'Refuse Chats',
  'Transfer Chats',
  'Join Chats',
  'Invite Visitor',
  'Capture Visitor',
  'Chat With Agents',
  'View All Agent Chats',
  'View All History',
  'View Agent Chats In My Department',
  'View History In My Department',
  'Monitor Chats In My Department',
  'View Reports',
  'Manage Private Canned Messages',
]

/** Makes a site that works at once: built-in roles, an administrator, settings, a campaign. */
export async function createSite(
  app: App,
  site: NewSite,
): Promise<{ siteId: number; agentId: number; campaignId: string }> {
  const passwordHash = await hashPassword(site.password)
  const now = app.now()
  return app.database.db.transaction(async (plain) => {
    const tx = plain as Tx
    const siteId = await nextSiteId(tx)
    const { firstName = 'Site', lastName = 'Administrator' } = site
    await tx
      .insert(sites)
      .values({ id: siteId, company: site.company, registeredEmail: site.email, firstName, lastName, createdTime: now })
    await tx.insert(siteSettings).values({ siteId })
    await tx.insert(autoDistributions).values({ siteId })
    await tx
      .insert(agentAwayStatuses)
      .values({ siteId, id: newId(), name: 'Away', isSystem: true, order: 1, createdTime: now })
    const agentId = await nextPersonId(tx)
    const person = { siteId, id: agentId, email: site.email, passwordHash, firstName, lastName }
    await tx
      .insert(agents)
      .values({ ...person, displayName: `${firstName} ${lastName}`.trim(), isAdmin: true, createdTime: now })
    await insertSystemRoles(tx, siteId, agentId, now)
    const campaignId = newId()
    await tx
      .insert(campaigns)
      .values({ siteId, id: campaignId, name: 'Default Plan', description: 'Made with the site', createdTime: now })
    await insertDefaultForms(tx, siteId, campaignId, now)
    return { siteId, agentId, campaignId }
  })
}

async function insertSystemRoles(tx: Tx, siteId: number, adminId: number, createdTime: Date): Promise<void> {
  const administrator = {
    siteId,
    id: newId(),
    name: 'Administrators',
    description: 'May do everything',
    type: 'administrator' as const,
    createdTime,
  }
  const everyone = {
    siteId,
    id: newId(),
    name: 'All Agents',
    description: 'Every agent of the site',
    type: 'agent' as const,
    createdTime,
  }
  await tx.insert(roles).values([administrator, everyone])
  await tx
    .insert(rolePermissions)
    .values(agentPermissions.map((name) => ({ siteId, roleId: everyone.id, permissionId: permissionId(name) })))
  await tx
    .insert(agentRoles)
    .values([administrator, everyone].map(({ id }) => ({ siteId, agentId: adminId, roleId: id })))
}
