import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { guidId, moment, siteId } from './columns.ts'

/** A condition over what is known of a visitor. */
export interface ConditionRow {
  readonly field: string
  readonly operator: string
  readonly value: string
  readonly order?: number | null
}

const conditions = () => jsonb().$type<ConditionRow[]>().notNull().default([])

/** Invitations that visitors get by themselves, in order. */
export const autoInvitations = pgTable(
  'auto_invitations',
  {
    siteId: siteId(),
    id: guidId(),
    campaignId: uuid().notNull(),
    name: text().notNull(),
    isEnable: boolean(),
    isDisplayedOnceInOneSession: boolean(),
    order: integer(),
    imageType: text(),
    image: uuid(),
    closeAreaXOffset: integer(),
    closeAreaYOffset: integer(),
    closeAreaWidth: integer(),
    closeAreaHeight: integer(),
    textAreaXOffset: integer(),
    textAreaYOffset: integer(),
    textAreaWidth: integer(),
    textAreaHeight: integer(),
    text: text(),
    textFont: text(),
    textSize: text(),
    isTextBold: boolean(),
    isTextItalic: boolean(),
    textColor: text(),
    position: text(),
    conditionMetType: text(),
    logicalExpression: text(),
    conditions: conditions(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.campaignId, t.order)],
)

/** Rules that route chats, in order; the first whose conditions hold wins. */
export const customRules = pgTable(
  'custom_rules',
  {
    siteId: siteId(),
    id: guidId(),
    campaignId: uuid().notNull(),
    isEnable: boolean(),
    name: text(),
    order: integer(),
    routeTo: text(),
    routeToId: text(),
    priority: text(),
    percentageToBot: integer(),
    conditionMetType: text(),
    logicalExpression: text(),
    conditions: conditions(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.campaignId, t.order)],
)
