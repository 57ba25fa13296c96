import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { guidId, moment, personId, siteId, tsvector } from './columns.ts'

/** A name and a value: a form answer, or a custom variable of a session. */
export interface NamedValueRow {
  readonly name: string
  readonly value: string | null
}

const namedValues = () => jsonb().$type<NamedValueRow[]>().notNull().default([])

/** One conversation and its request. Read model of its events, written in the same transaction. */
export const chats = pgTable(
  'chats',
  {
    siteId: siteId(),
    id: guidId(),
    visitorId: uuid().notNull(),
    sessionId: uuid().notNull(),
    campaignId: uuid().notNull(),
    departmentId: uuid(),
    /** the agent whom routing chose; the chat is offered to nobody else while that agent is online */
    targetAgentId: integer(),
    /** segments the visitor was in when the chat was requested */
    segmentIds: uuid().array().notNull().default([]),
    clientRequestId: text().notNull(),
    source: text({ enum: ['chatButton', 'autoInvitation', 'manualInvitation'] })
      .notNull()
      .default('chatButton'),
    state: text({ enum: ['waiting', 'offered', 'active', 'ended'] }).notNull(),
    /** null while nobody knows */
    status: text({ enum: ['normal', 'refused', 'missed'] }),
    /** how a missed chat was missed; reports tell the two apart */
    missedBy: text({ enum: ['abandoned', 'switched'] }),
    /** 1 lowest … 5 highest */
    priority: smallint().notNull().default(3),
    agentId: integer(),
    requestedTime: moment().notNull(),
    isQueued: boolean().notNull().default(false),
    answeredTime: moment(),
    endedTime: moment(),
    endedBy: text({ enum: ['visitor', 'agent', 'system'] }),
    lastSeq: integer().notNull().default(0),
    lastMessage: text(),
    lastMessageBy: text({ enum: ['system', 'visitor', 'agent', 'chatbot'] }),
    lastMessageTime: moment(),
    visitorMessagesCount: integer().notNull().default(0),
    agentMessagesCount: integer().notNull().default(0),
    /** when the first visitor message was sent that has no answer yet */
    unansweredSince: moment(),
    responseSeconds: doublePrecision().notNull().default(0),
    responses: integer().notNull().default(0),
    transfers: integer().notNull().default(0),
    visitorName: text(),
    visitorEmail: text(),
    visitorPhone: text(),
    visitorCompany: text(),
    fields: namedValues(),
    requestingPageUrl: text(),
    requestingPageTitle: text(),
    offlineMessageId: uuid(),
    /** 1 (worst) … 5 (best) */
    ratingGrade: smallint(),
    ratingComment: text(),
    ratingTime: moment(),
    wrapUpCategoryId: uuid(),
    wrapUpComment: text(),
    wrapUpFields: namedValues(),
    wrapUpTime: moment(),
    wrapUpAgentId: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('chats_request_key').on(t.siteId, t.visitorId, t.clientRequestId),
    // lists and counts show finished chats; those still running are few and have an index of their own
    index('chats_finished').on(t.siteId, t.requestedTime, t.id).where(sql`state = 'ended'`),
    index('chats_visitor').on(t.siteId, t.visitorId, t.requestedTime),
    index('chats_running').on(t.siteId, t.state, t.priority, t.requestedTime).where(sql`state <> 'ended'`),
    index('chats_agent_running').on(t.siteId, t.agentId).where(sql`state = 'active'`),
  ],
)

/** The append-only log of a chat. */
export const chatEvents = pgTable(
  'chat_events',
  {
    siteId: siteId(),
    chatId: guidId(),
    seq: integer().notNull(),
    type: text({ enum: ['system', 'visitor', 'agent', 'chatbot', 'note'] }).notNull(),
    /** the visitor's id or an agent's id as text; empty for the system */
    senderId: text().notNull().default(''),
    senderName: text(),
    content: text().notNull(),
    sentTime: moment().notNull(),
    clientMessageId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.chatId, t.seq] }),
    uniqueIndex('chat_events_client_key')
      .on(t.siteId, t.senderId, t.clientMessageId, t.chatId)
      .where(sql`client_message_id is not null`),
  ],
)

/** What keywords find a finished chat by. Narrow, so that a frequent word is counted fast; see ADR 0021. */
export const chatWords = pgTable(
  'chat_words',
  { siteId: siteId(), chatId: guidId(), requestedTime: moment().notNull(), words: tsvector().notNull() },
  (t) => [
    primaryKey({ columns: [t.siteId, t.chatId] }),
    index('chat_words_latest').on(t.siteId, t.requestedTime, t.chatId),
    // written at once: a list of what is still to be written would be gone through by every search
    index('chat_words_found').using('gin', t.words).with({ fastupdate: false }),
  ],
)

/** Agents who are or were in a chat. */
export const chatAgents = pgTable(
  'chat_agents',
  { siteId: siteId(), chatId: guidId(), agentId: personId(), joinedTime: moment().notNull(), leftTime: moment() },
  (t) => [primaryKey({ columns: [t.siteId, t.chatId, t.agentId] }), index().on(t.siteId, t.agentId, t.joinedTime)],
)

/** Agents who were asked to accept a chat, and what they said. */
export const chatOffers = pgTable(
  'chat_offers',
  {
    siteId: siteId(),
    chatId: guidId(),
    agentId: personId(),
    offeredTime: moment().notNull(),
    /** when the next agent is asked; null when all are asked at once */
    expiresTime: moment(),
    answer: text({ enum: ['accepted', 'refused', 'expired', 'withdrawn'] }),
    answeredTime: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.chatId, t.agentId] }),
    index('chat_offers_open').on(t.siteId, t.agentId).where(sql`answer is null`),
  ],
)

/** An agent's status and what distribution needs to know of them. No row: never online. */
export const agentPresences = pgTable(
  'agent_presences',
  {
    siteId: siteId(),
    agentId: personId(),
    status: text().notNull().default('Offline'),
    statusTime: moment().notNull(),
    onlineSince: moment(),
    lastAllocatedTime: moment(),
    lastChatEndedTime: moment(),
    /** since when there is no connection any more */
    goneTime: moment(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.agentId] })],
)

/** Open connections of agents, of all processes; one whose process stopped saying so is dead. */
export const agentConnections = pgTable(
  'agent_connections',
  { siteId: siteId(), agentId: personId(), connectionId: uuid().notNull(), seenTime: moment().notNull() },
  (t) => [primaryKey({ columns: [t.siteId, t.agentId, t.connectionId] })],
)
