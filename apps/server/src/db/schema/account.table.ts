import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, guidId, moment, personId, siteId } from './columns.ts'

/** What agents can be while they take no chats. */
export const agentAwayStatuses = pgTable(
  'agent_away_statuses',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    isSystem: boolean().notNull().default(false),
    order: integer().notNull(),
    createdTime: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('agent_away_statuses_name_key').on(t.siteId, sql`lower(${t.name})`),
  ],
)

/** The zero GUID as parent means the top. */
export const publicCannedMessageCategories = pgTable(
  'public_canned_message_categories',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    parentId: uuid().notNull(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.parentId)],
)

/** Categories of one agent, which nobody else sees. */
export const privateCannedMessageCategories = pgTable(
  'private_canned_message_categories',
  {
    siteId: siteId(),
    id: guidId(),
    agentId: personId(),
    name: text().notNull(),
    parentId: uuid().notNull(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.agentId)],
)

const cannedMessage = () => ({
  siteId: siteId(),
  id: guidId(),
  name: text().notNull(),
  message: text().notNull(),
  IfSetHtmlMessageForEmail: boolean('if_set_html_message_for_email').notNull().default(false),
  htmlMessage: text(),
  shortcuts: text(),
  similarQuestions: jsonb().$type<string[]>().notNull().default([]),
  createdTime: moment().notNull(),
})

export const publicCannedMessages = pgTable(
  'public_canned_messages',
  { ...cannedMessage(), categoryId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.categoryId)],
)

/** Messages of one agent, which nobody else sees. */
export const privateCannedMessages = pgTable(
  'private_canned_messages',
  { ...cannedMessage(), agentId: personId(), categoryId: uuid() },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.agentId)],
)

/** Known people. */
export const contacts = pgTable(
  'contacts',
  {
    siteId: siteId(),
    id: personId(),
    name: text().notNull(),
    description: text(),
    firstName: text(),
    lastName: text(),
    alias: text(),
    title: text(),
    company: text(),
    fax: text(),
    phone: text(),
    mailingAddress: text(),
    city: text(),
    stateOrProvince: text(),
    countryOrRegion: text(),
    postalOrZipCode: text(),
    timeZone: text(),
    createdTime: moment().notNull(),
    lastUpdatedTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] })],
)

export const contactIdentityIds = pgSequence('contact_identity_ids', { startWith: 1 })

/** What a contact is called on a channel: an e-mail address, a telephone number, an account. */
export const contactIdentities = pgTable(
  'contact_identities',
  {
    siteId: siteId(),
    id: integer().notNull(),
    contactId: personId(),
    name: text(),
    type: text().notNull(),
    value: text().notNull(),
    avatarURL: text('avatar_url'),
    infoURL: text('info_url'),
    screenName: text(),
    originalContactPageURL: text('original_contact_page_url'),
    createdTime: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    index().on(t.siteId, t.contactId),
    // an address, a number or a browser is one person's
    uniqueIndex('contact_identities_value_key').on(t.siteId, t.type, sql`lower(${t.value})`),
  ],
)

export interface HolidayRow {
  readonly name: string
  readonly date: string
}

export interface WorkingHoursRow {
  readonly dayOfWeek: string
  readonly startTime: string
  readonly endTime: string
  readonly awayStatusId?: string | null
}

/** When agents work. */
export const shifts = pgTable(
  'shifts',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    timeZone: text(),
    ifAutoDetectDayLight: boolean(),
    holidays: jsonb().$type<HolidayRow[]>().notNull().default([]),
    workingHours: jsonb().$type<WorkingHoursRow[]>().notNull().default([]),
    createdTime: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('shifts_name_key').on(t.siteId, sql`lower(${t.name})`),
  ],
)

export const shiftAgents = pgTable(
  'shift_agents',
  { siteId: siteId(), shiftId: guidId(), agentId: personId() },
  (t) => [primaryKey({ columns: [t.siteId, t.shiftId, t.agentId] }), index().on(t.siteId, t.agentId)],
)

export const shiftDepartments = pgTable(
  'shift_departments',
  { siteId: siteId(), shiftId: guidId(), departmentId: guidId() },
  (t) => [primaryKey({ columns: [t.siteId, t.shiftId, t.departmentId] }), index().on(t.siteId, t.departmentId)],
)

/** What the shifts of an agent asked for last: only when they ask for something else do they change a status. */
export const agentShiftStatuses = pgTable(
  'agent_shift_statuses',
  { siteId: siteId(), agentId: personId(), status: text().notNull() },
  (t) => [primaryKey({ columns: [t.siteId, t.agentId] })],
)

/** Addresses agents may sign in from; none means all. */
export const whitelistedLoginIpRanges = pgTable(
  'whitelisted_login_ip_ranges',
  { siteId: siteId(), id: guidId(), ipFrom: text().notNull(), ipTo: text().notNull(), createdTime: moment().notNull() },
  (t) => [primaryKey({ columns: [t.siteId, t.id] })],
)

/** Sign-in settings of agents and of visitors, stored whole, one row a site; the secret apart and encrypted. */
export const signInSettings = pgTable(
  'sign_in_settings',
  {
    siteId: siteId(),
    agentSSO: jsonb('agent_sso').$type<Record<string, unknown>>(),
    agentJwtSecret: bytes(),
    visitorSSO: jsonb('visitor_sso').$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.siteId] })],
)
