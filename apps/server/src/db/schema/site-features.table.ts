import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ConditionRow } from './campaign-rules.table.ts'
import { guidId, moment, personId, siteId } from './columns.ts'

/** Whom it alerts when a visitor enters a segment. */
export interface AlertToRow {
  readonly departmentIds?: readonly string[] | null
  readonly agentIds?: readonly number[] | null
}

/** Groups of visitors, in order. */
export const customerSegments = pgTable(
  'customer_segments',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    color: text().notNull(),
    isEnabled: boolean().notNull(),
    order: integer().notNull(),
    description: text(),
    conditionMetType: text().notNull(),
    logicalExpression: text(),
    conditions: jsonb().$type<ConditionRow[]>().notNull().default([]),
    alertTo: jsonb().$type<AlertToRow>(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.order)],
)

/** Who may not visit. Addresses are kept as text that PostgreSQL reads as inet. */
export const bans = pgTable(
  'bans',
  {
    siteId: siteId(),
    id: guidId(),
    type: text({ enum: ['visitor', 'ip', 'ipRange'] }).notNull(),
    visitorId: uuid(),
    ip: text(),
    ipRangeFrom: text(),
    ipRangeTo: text(),
    comment: text(),
    lastUpdatedByAgentId: personId(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] })],
)

/** What counts as a conversion. */
export const conversionActions = pgTable(
  'conversion_actions',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    isEnable: boolean(),
    type: text({ enum: ['url', 'customVariable', 'api'] }).notNull(),
    customVariableUsedToDetermineConversion: text(),
    operator: text(),
    value: text(),
    isCaseSensitive: boolean(),
    isValueAssignedToConversion: boolean(),
    valueSource: text(),
    assignedValueFromInputting: integer(),
    assignedValueFromCustomVariable: text(),
    chatAssociatedWithConversion: text(),
    isChatInLastCertainDaysConsidered: boolean(),
    chatInLastDays: integer(),
    isChatWithAtLeastCertainVisitorMessagesConsidered: boolean(),
    visitorMessagesAtLeast: integer(),
    isVariableIncludedInTranscript: boolean(),
    appendFieldList: jsonb().$type<string[]>().notNull().default([]),
    createdTime: moment().notNull(),
    createdByAgentId: personId(),
    lastUpdatedTime: moment().notNull(),
    lastUpdatedByAgentId: personId(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('conversion_actions_name_key').on(t.siteId, sql`lower(${t.name})`),
  ],
)

/** Conversions that visitors achieved, each with the chat it belongs to, if any. */
export const conversions = pgTable(
  'conversions',
  {
    siteId: siteId(),
    id: guidId(),
    conversionActionId: uuid().notNull(),
    visitorId: uuid().notNull(),
    sessionId: uuid().notNull(),
    chatId: uuid(),
    value: doublePrecision().notNull(),
    time: moment().notNull(),
    /** achieved by a page or a variable, which counts once in a session; by the API every call counts */
    isFirstOfSession: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    index().on(t.siteId, t.conversionActionId, t.time),
    uniqueIndex('conversions_session_key')
      .on(t.siteId, t.sessionId, t.conversionActionId)
      .where(sql`is_first_of_session`),
  ],
)

/** Forms whose answers are encrypted. */
export const secureForms = pgTable(
  'secure_forms',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    description: text(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] })],
)

export interface FieldOptionRow {
  readonly value: string
  readonly order?: number | null
}

export const secureFormFields = pgTable(
  'secure_form_fields',
  {
    siteId: siteId(),
    id: guidId(),
    secureFormId: uuid().notNull(),
    name: text().notNull(),
    displayName: text().notNull(),
    type: text().notNull(),
    isSystem: boolean().notNull().default(false),
    isVisible: boolean().notNull().default(false),
    isRequired: boolean().notNull().default(false),
    order: integer().notNull().default(1),
    options: jsonb().$type<FieldOptionRow[]>().notNull().default([]),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.secureFormId, t.order)],
)

/** Where to tell of what happens. */
export const webhooks = pgTable(
  'webhooks',
  {
    siteId: siteId(),
    id: guidId(),
    event: text().notNull(),
    targetUrl: text().notNull(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.event)],
)

const whole = () => jsonb().$type<Record<string, unknown>>()

/** One row a site: settings that exist once and are stored whole; null while nothing was changed. */
export const siteFeatures = pgTable(
  'site_features',
  {
    siteId: siteId(),
    mobilePush: whole(),
    translationExcludedWords: whole(),
    dynamicCampaign: whole(),
  },
  (t) => [primaryKey({ columns: [t.siteId] })],
)
