import type { Fields, ReadOf } from '../schema/entity.ts'
import { entity, type OutputOf } from '../schema/entity.ts'
import { choice, email, flag, guid, integer, list, longText, ref, text } from '../schema/field.ts'
import type { ChatSummary, VisitorChat, WidgetCampaign } from './chat.contract.ts'
import type { AgentShiftShape } from './events.contract.ts'

/** A page the visitor looks at. */
export const PageView = entity('PageView', {
  url: text(2048).mandatory(),
  title: text(1024),
  referrer: text(2048),
})

/** What the visitor's browser says of itself. */
export const BrowserFacts = entity('BrowserFacts', {
  userAgent: text(512),
  language: text(64),
  screenResolution: text(32),
  timeZone: text(64),
})

/** A name and a value: a form answer or a custom variable. */
export const NamedValue = entity('NamedValue', {
  name: text().mandatory(),
  value: longText(),
})

/** Up to which event a client has seen a chat. */
export const ChatCursor = entity('ChatCursor', {
  chatId: guid().mandatory(),
  afterSeq: integer(0).mandatory(),
})

const chatId = guid().mandatory()
const clientMessageId = text(64).mandatory()
const content = longText().mandatory()

/** Commands a visitor's connection takes, each with its input. The first must be `visitor.hello`. */
export const visitorCommands = {
  'visitor.hello': {
    siteId: integer(1).mandatory(),
    campaignId: guid().mandatory(),
    visitorId: guid(),
    visitorToken: text(128),
    page: ref('PageView').mandatory(),
    browser: ref('BrowserFacts'),
    resume: ref('ChatCursor'),
  },
  'visitor.page': { page: ref('PageView').mandatory() },
  'visitor.variables': { variables: list(ref('NamedValue')).mandatory() },
  'chat.request': {
    clientRequestId: text(64).mandatory(),
    name: text(),
    email: email(),
    phone: text(64),
    company: text(),
    departmentId: guid(),
    fields: list(ref('NamedValue')),
  },
  'chat.send': { chatId, clientMessageId, content },
  'chat.typing': { chatId, isTyping: flag().mandatory() },
  'chat.end': { chatId },
  'chat.rate': { chatId, grade: integer(1, 5).mandatory(), comment: longText() },
  'chat.events': { chatId, afterSeq: integer(0).mandatory() },
  'message.leave': {
    clientMessageId,
    name: text().mandatory(),
    email: email().mandatory(),
    phone: text(64),
    company: text(),
    departmentId: guid(),
    subject: text(),
    message: content,
  },
} as const satisfies Record<string, Fields>

/** Commands an agent's connection takes. The first must be `agent.hello`. */
export const agentCommands = {
  'agent.hello': { token: text(4096).mandatory(), status: text(), resume: list(ref('ChatCursor')) },
  'agent.token': { token: text(4096).mandatory() },
  'agent.status': { status: text().mandatory() },
  'chat.accept': { chatId },
  'chat.refuse': { chatId },
  'chat.send': { chatId, clientMessageId, content },
  'chat.note': { chatId, clientMessageId, content },
  'chat.typing': { chatId, isTyping: flag().mandatory() },
  'chat.end': { chatId },
  'chat.transfer': { chatId, agentId: integer(), departmentId: guid() },
  'chat.wrapUp': { chatId, categoryId: guid(), comment: longText(), fields: list(ref('NamedValue')) },
  'chat.events': { chatId, afterSeq: integer(0).mandatory() },
  'chats.watch': { scope: choice(['mine', 'site']).mandatory() },
  'visitors.watch': { isOn: flag().mandatory() },
} as const satisfies Record<string, Fields>

type Wire<T> = ReadOf<Extract<T, Fields>>
export type VisitorCommands = { [C in keyof typeof visitorCommands]: Wire<(typeof visitorCommands)[C]> }
export type AgentCommands = { [C in keyof typeof agentCommands]: Wire<(typeof agentCommands)[C]> }

type Shown<E extends { fields: Fields }> = OutputOf<E['fields']>
type ChatEventShape = OutputOf<typeof import('./chat.contract.ts')['ChatEvent']['fields']>
type VisitorSummaryShape = OutputOf<typeof import('./chat.contract.ts')['VisitorSummary']['fields']>

/** A message is stored: its place in the chat and when. */
export interface Stored {
  seq: number
  sentTime: string
}

/** What each command of a visitor is acknowledged with. */
export interface VisitorResults {
  'visitor.hello': {
    visitorId: string
    visitorToken: string
    sessionId: string
    campaign: Shown<typeof WidgetCampaign>
    chat: Shown<typeof VisitorChat> | null
  }
  'visitor.page': Record<string, never>
  'visitor.variables': Record<string, never>
  'chat.request': Shown<typeof VisitorChat>
  'chat.send': Stored
  'chat.typing': Record<string, never>
  'chat.end': Record<string, never>
  'chat.rate': Record<string, never>
  'chat.events': { events: ChatEventShape[] }
  'message.leave': { offlineMessageId: string }
}

/** What each command of an agent is acknowledged with. */
export interface AgentResults {
  'agent.hello': {
    agentId: number
    displayName: string
    status: string
    shift: AgentShiftShape | null
    chats: Shown<typeof ChatSummary>[]
    missed: { chatId: string; events: ChatEventShape[] }[]
  }
  'agent.token': Record<string, never>
  'agent.status': { status: string }
  'chat.accept': Shown<typeof ChatSummary>
  'chat.refuse': Record<string, never>
  'chat.send': Stored
  'chat.note': Stored
  'chat.typing': Record<string, never>
  'chat.end': Record<string, never>
  'chat.transfer': Record<string, never>
  'chat.wrapUp': Record<string, never>
  'chat.events': { events: ChatEventShape[] }
  'chats.watch': { chats: Shown<typeof ChatSummary>[] }
  'visitors.watch': { visitors: VisitorSummaryShape[] }
}
