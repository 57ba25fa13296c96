import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { guidId, moment, personId, siteId } from './columns.ts'

export const agents = pgTable(
  'agents',
  {
    siteId: siteId(),
    id: personId(),
    email: text().notNull(),
    passwordHash: text(),
    /** Every token carries it; raising it ends them all. */
    tokenGeneration: integer().notNull().default(1),
    failedLogins: integer().notNull().default(0),
    firstFailedTime: moment(),
    displayName: text(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    isAdmin: boolean().notNull().default(false),
    isActive: boolean().notNull().default(true),
    phone: text(),
    title: text(),
    bio: text(),
    timeZone: text(),
    datetimeFormat: text().notNull().default('MM-dd-yyyy HH:mm:ss'),
    createdTime: moment().notNull(),
    lockedTime: moment(),
    lastLoginTime: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('agents_email_key').on(t.siteId, sql`lower(${t.email})`),
    // signing in without naming the site
    index('agents_email_anywhere').on(sql`lower(${t.email})`),
  ],
)

export const roles = pgTable(
  'roles',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    description: text(),
    type: text({ enum: ['administrator', 'agent', 'custom'] })
      .notNull()
      .default('custom'),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), uniqueIndex('roles_name_key').on(t.siteId, sql`lower(${t.name})`)],
)

export const agentRoles = pgTable('agent_roles', { siteId: siteId(), agentId: personId(), roleId: guidId() }, (t) => [
  primaryKey({ columns: [t.siteId, t.agentId, t.roleId] }),
  index().on(t.siteId, t.roleId, t.agentId),
])

export const agentPermissions = pgTable(
  'agent_permissions',
  { siteId: siteId(), agentId: personId(), permissionId: integer().notNull() },
  (t) => [primaryKey({ columns: [t.siteId, t.agentId, t.permissionId] })],
)

export const rolePermissions = pgTable(
  'role_permissions',
  { siteId: siteId(), roleId: guidId(), permissionId: integer().notNull() },
  (t) => [primaryKey({ columns: [t.siteId, t.roleId, t.permissionId] })],
)

export const departments = pgTable(
  'departments',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    description: text(),
    isAvailableInChat: boolean().notNull().default(true),
    isAvailableInTicketingAndMessaging: boolean().notNull().default(true),
    offlineMessageMailTo: text().notNull().default('All agents in the department'),
    offlineMessageEmailAddresses: text(),
    createdTime: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('departments_name_key').on(t.siteId, sql`lower(${t.name})`),
  ],
)

export const departmentAgents = pgTable(
  'department_agents',
  { siteId: siteId(), departmentId: guidId(), agentId: personId() },
  (t) => [primaryKey({ columns: [t.siteId, t.departmentId, t.agentId] }), index().on(t.siteId, t.agentId)],
)

/** Who changed what, when. */
export const auditLogs = pgTable(
  'audit_logs',
  {
    siteId: siteId(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    actionTime: moment().notNull(),
    createdBy: integer(),
    category: text().notNull(),
    actionType: text().notNull(),
    actionSummary: text().notNull(),
    actionDetails: text(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.actionTime)],
)
