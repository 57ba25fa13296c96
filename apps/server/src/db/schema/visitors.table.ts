import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { NamedValueRow } from './chats.table.ts'
import { bytes, guidId, moment, siteId } from './columns.ts'

/** A browser. The token proves that it is the same one; only its hash is kept. */
export const visitors = pgTable(
  'visitors',
  {
    siteId: siteId(),
    id: guidId(),
    tokenHash: bytes().notNull(),
    name: text(),
    email: text(),
    phone: text(),
    company: text(),
    contactId: integer(),
    firstVisitTime: moment().notNull(),
    lastVisitTime: moment().notNull(),
    visits: integer().notNull().default(0),
    pageViews: integer().notNull().default(0),
    chats: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    index().on(t.siteId, t.lastVisitTime, t.id),
    index('visitors_email').on(t.siteId, sql`lower(${t.email})`).where(sql`email is not null`),
  ],
)

/** One visit. */
export const sessions = pgTable(
  'sessions',
  {
    siteId: siteId(),
    id: guidId(),
    visitorId: uuid().notNull(),
    campaignId: uuid(),
    startTime: moment().notNull(),
    lastSeenTime: moment().notNull(),
    endTime: moment(),
    /** set when the visitor was reported gone; cleared when they come back before the session ends */
    leftTime: moment(),
    /** the state of the visit between chats, such as preChat or inSite; a running chat overrides it */
    status: text().notNull().default('inSite'),
    ip: text(),
    userAgent: text(),
    browser: text(),
    operatingSystem: text(),
    language: text(),
    screenResolution: text(),
    timeZone: text(),
    referrerUrl: text(),
    searchEngine: text(),
    keywords: text(),
    landingPageUrl: text(),
    landingPageTitle: text(),
    currentPageUrl: text(),
    currentPageTitle: text(),
    pageViews: integer().notNull().default(0),
    country: text(),
    state: text(),
    city: text(),
    variables: jsonb().$type<NamedValueRow[]>().notNull().default([]),
    /** customer segments the visitor is in now */
    segmentIds: uuid().array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    index('sessions_visitor').on(t.siteId, t.visitorId, t.startTime),
    index('sessions_open').on(t.siteId, t.lastSeenTime).where(sql`end_time is null`),
  ],
)

/** The path of a visit. */
export const pageViews = pgTable(
  'page_views',
  {
    siteId: siteId(),
    id: guidId(),
    sessionId: uuid().notNull(),
    url: text().notNull(),
    title: text(),
    time: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] }), index().on(t.siteId, t.sessionId, t.id)],
)

export const offlineMessages = pgTable(
  'offline_messages',
  {
    siteId: siteId(),
    id: guidId(),
    clientMessageId: text(),
    createdTime: moment().notNull(),
    visitorId: uuid().notNull(),
    sessionId: uuid(),
    campaignId: uuid(),
    departmentId: uuid(),
    agentId: integer(),
    name: text(),
    email: text(),
    phone: text(),
    company: text(),
    subject: text(),
    message: text(),
    source: text().notNull().default('chatButton'),
    requestingPageUrl: text(),
    requestingPageTitle: text(),
    /** segments the visitor was in when the message was left */
    segmentIds: uuid().array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    index().on(t.siteId, t.createdTime, t.id),
    index('offline_messages_client').on(t.siteId, t.visitorId, t.clientMessageId),
  ],
)
