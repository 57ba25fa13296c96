import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { guidId, moment, personId, siteId } from './columns.ts'

const on = () => boolean().notNull().default(true)
const off = () => boolean().notNull().default(false)

/** One row a site: which features are switched on. */
export const siteSettings = pgTable(
  'site_settings',
  {
    siteId: siteId(),
    isMultipleCampaignEnabled: on(),
    isAutoDistributionEnabled: on(),
    isCustomAwayStatusEnabled: off(),
    isDepartmentEnabled: on(),
    isAutoTranslationEnabled: off(),
    isAudioAndVideoChatEnabled: off(),
    isCustomerSegmentEnabled: off(),
    isVisitorSSOEnabled: off(),
    isCreditCardMaskingEnabled: on(),
    isCustomVariablesEnabled: on(),
    isSalesforceEnabled: off(),
    isZendeskEnabled: off(),
    isGoogleAnalyticsEnabled: off(),
    isGotoMeetingEnabled: off(),
    isJoinmeEnabled: off(),
    isCobrowsingEnabled: off(),
  },
  (t) => [primaryKey({ columns: [t.siteId] })],
)

/** One row a site: how chats find their agent. */
export const autoDistributions = pgTable(
  'auto_distributions',
  {
    siteId: siteId(),
    autoDistributionMethod: text().notNull().default('loadBanlancing'),
    isLastChattedAgentPreferred: off(),
    isLimitMaxConcurrentChatsForAllAgents: on(),
    maxConcurrentChatsForAllAgents: integer().notNull().default(3),
    ifAutoAcceptChatWhenHavingAudioVideoChat: off(),
    ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit: off(),
  },
  (t) => [primaryKey({ columns: [t.siteId] })],
)

/** A department's own rules of distribution. */
export const departmentDistributions = pgTable(
  'department_distributions',
  {
    siteId: siteId(),
    departmentId: guidId(),
    autoDistributionMethod: text(),
    isLastChattedAgentPreferred: boolean(),
    backupDepartmentId: uuid(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.departmentId] })],
)

/** An agent's own limit, used when the site does not set one for all. */
export const agentDistributions = pgTable(
  'agent_distributions',
  {
    siteId: siteId(),
    agentId: personId(),
    ifAutoAcceptChat: boolean().notNull().default(true),
    maxConcurrentChats: integer(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.agentId] })],
)

export const customVariables = pgTable(
  'custom_variables',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    type: text().notNull().default('text'),
    value: text(),
    hyperlink: text(),
    createdTime: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('custom_variables_name_key').on(t.siteId, sql`lower(${t.name})`),
  ],
)

export const campaigns = pgTable(
  'campaigns',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull().default('Default Plan'),
    description: text(),
    language: text().notNull().default('English'),
    createdTime: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('campaigns_name_key').on(t.siteId, sql`lower(${t.name})`),
  ],
)
