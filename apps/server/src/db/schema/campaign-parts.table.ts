import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { guidId, moment, siteId } from './columns.ts'

/** Settings of one part, stored and read whole; the contract's entity says what is in it. */
const part = () => jsonb().$type<Record<string, unknown>>()

/** One row a campaign: the settings of its parts. A part that was never changed is null and has its defaults. */
export const campaignParts = pgTable(
  'campaign_parts',
  {
    siteId: siteId(),
    campaignId: guidId(),
    chatButton: part(),
    chatWindow: part(),
    preChat: part(),
    postChat: part(),
    offlineMessage: part(),
    invitation: part(),
    manualInvitation: part(),
    language: part(),
    routing: part(),
    chatbotIntegration: part(),
    kbIntegration: part(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.campaignId] })],
)

/** A field of one of a campaign's forms. System fields can be hidden, not deleted. */
export const campaignFormFields = pgTable(
  'campaign_form_fields',
  {
    siteId: siteId(),
    id: guidId(),
    campaignId: uuid().notNull(),
    form: text({ enum: ['preChat', 'postChat', 'offlineMessage', 'agentWrapUp'] }).notNull(),
    isSystem: boolean().notNull().default(false),
    /** what is asked: the contract's LiveChatField without id and isSystem */
    field: jsonb().$type<Record<string, unknown>>().notNull(),
    fieldId: uuid().notNull(),
    isVisible: boolean().notNull().default(true),
    isRequired: boolean().notNull().default(false),
    position: integer().notNull(),
    ratingGrades: jsonb().$type<Record<string, unknown>[]>().notNull().default([]),
    createdTime: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    index().on(t.siteId, t.campaignId, t.form, t.position),
    index('campaign_form_fields_system').on(t.siteId, t.campaignId, t.form).where(sql`is_system`),
  ],
)
