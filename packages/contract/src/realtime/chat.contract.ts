import { entity } from '../schema/entity.ts'
import { choice, datetime, flag, guid, integer, list, longText, ref, text } from '../schema/field.ts'

/** One entry of a chat's append-only log. `seq` counts from 1 within the chat, without gaps for agents; visitors never see notes. */
export const ChatEvent = entity('ChatEvent', {
  seq: integer().always(),
  type: choice(['system', 'visitor', 'agent', 'chatbot', 'note']).always(),
  senderId: text().note("An agent's id as text, the visitor's id, or null for the system"),
  senderName: text(),
  content: longText().always(),
  sentTime: datetime().always(),
  clientMessageId: text(64),
})

/** Where a running or ended chat stands. */
export const ChatSummary = entity('ChatSummary', {
  id: guid().always(),
  state: choice(['waiting', 'offered', 'active', 'ended']).always(),
  status: choice(['normal', 'refused', 'missed']).note('Null while nobody knows'),
  visitorId: guid().always(),
  visitorName: text(),
  visitorEmail: text(),
  campaignId: guid().always(),
  departmentId: guid(),
  targetAgentId: integer().note('The agent whom routing keeps the chat for'),
  agentId: integer().note('The agent who leads the chat'),
  agentName: text(),
  agentIds: list(integer()),
  offeredTo: list(integer()).note('Agents who are asked to accept the chat now'),
  requestedTime: datetime().always(),
  answeredTime: datetime(),
  endedTime: datetime(),
  endedBy: choice(['visitor', 'agent', 'system']),
  lastSeq: integer().always(),
  lastMessage: text(280),
  lastMessageBy: choice(['system', 'visitor', 'agent', 'chatbot']),
  lastMessageTime: datetime(),
  pageUrl: text(2048),
  pageTitle: text(),
  isRated: flag().always(),
  isWrappedUp: flag().always(),
})

/** Place in the queue, counted from 1, and the expected wait in seconds (null when nothing is known). */
export const QueueState = entity('QueueState', {
  chatId: guid().always(),
  position: integer().always(),
  estimatedWait: integer(),
})

/** A customer segment a visitor is in. */
export const VisitorSegment = entity('VisitorSegment', {
  id: guid().always(),
  name: text().always(),
  color: text(16).always(),
})

/** A visitor as the monitor shows one. */
export const VisitorSummary = entity('VisitorSummary', {
  id: guid().always(),
  name: text(),
  email: text(),
  status: text().always(),
  pageUrl: text(2048),
  pageTitle: text(),
  referrer: text(2048),
  visits: integer().always(),
  pageViews: integer().always(),
  chats: integer().always(),
  visitTime: datetime().always(),
  browser: text(),
  operatingSystem: text(),
  language: text(),
  timeZone: text(),
  ip: text(),
  country: text(),
  city: text(),
  chatId: guid(),
  campaignId: guid(),
  segments: list(ref('VisitorSegment')),
})

/** A department a visitor may choose. */
export const WidgetDepartment = entity('WidgetDepartment', {
  id: guid().always(),
  name: text().always(),
  isOnline: flag().always(),
})

/** What the widget needs of its campaign to draw itself. */
export const WidgetCampaign = entity('WidgetCampaign', {
  id: guid().always(),
  name: text().always(),
  language: text().always(),
  company: text(),
  color: text(16).always(),
  buttonColor: text(16).always(),
  buttonOffsets: list(integer()).note('Pixels from the right and the bottom of the page, then both on phones'),
  isHiddenOffline: flag().always().note('Whether the button hides while nobody can take a chat'),
  isOnline: flag().always().note('Whether anybody can take a chat now'),
  isPreChatEnabled: flag().always(),
  departments: list(ref('WidgetDepartment')),
  greeting: longText(),
})

/** A chat as its visitor sees it. */
export const VisitorChat = entity('VisitorChat', {
  id: guid().always(),
  state: choice(['waiting', 'offered', 'active', 'ended']).always(),
  status: choice(['normal', 'refused', 'missed']),
  agentName: text(),
  queue: ref('QueueState'),
  events: list(ref('ChatEvent')),
  lastSeq: integer().always(),
  isRated: flag().always(),
})
