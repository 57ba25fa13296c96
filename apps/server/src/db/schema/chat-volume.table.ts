import { bigint, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { siteId } from './columns.ts'

/** What a roll-up is split by: the whole site, a campaign, a department, a segment. */
export const rollUpDimensions = ['site', 'campaign', 'department', 'visitorSegment'] as const

/**
 * One row per UTC day and dimension; each array has 96 slots of 15 minutes. Reports sum slices of it, so that their cost
 * follows days, not chats.
 */
export const chatVolumeDays = pgTable(
  'chat_volume_days',
  {
    siteId: siteId(),
    dimension: text({ enum: rollUpDimensions }).notNull(),
    /** the dimension's id as text; empty for the site */
    dimensionId: text().notNull().default(''),
    day: date().notNull(),
    chats: integer().array().notNull(),
    missed: integer().array().notNull(),
    refused: integer().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.dimension, t.dimensionId, t.day] })],
)

/** Changes not folded into the days yet; appended with the chat, so that no hot row is shared by all chats. */
export const chatVolumeDeltas = pgTable(
  'chat_volume_deltas',
  {
    siteId: siteId(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    dimension: text({ enum: rollUpDimensions }).notNull(),
    dimensionId: text().notNull().default(''),
    day: date().notNull(),
    slot: smallint().notNull(),
    chats: integer().notNull().default(0),
    missed: integer().notNull().default(0),
    refused: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] })],
)
