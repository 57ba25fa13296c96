import type {
  AgentResults,
  AgentShiftShape,
  ChatEventShape,
  ChatSummaryShape,
  QueueStateShape,
  Stored,
  VisitorCommands,
  VisitorResults,
  VisitorSummaryShape,
} from '@parley/contract'

/** One entry of a chat: a message, a note or a system line; `seq` counts within the chat. */
export type ChatEvent = ChatEventShape
/** Where a running or ended chat stands, as agents see it. */
export type ChatSummary = ChatSummaryShape
/** Place in the queue, from 1, and the expected wait in seconds. */
export type QueueState = QueueStateShape
/** A visitor as the monitor shows one. */
export type VisitorSummary = VisitorSummaryShape
/** A chat as the server describes it to its visitor. */
export type VisitorChatShape = VisitorResults['chat.request']
/** What the widget needs of its campaign to draw itself. */
export type WidgetCampaign = VisitorResults['visitor.hello']['campaign']
/** A page the visitor looks at. */
export type PageView = VisitorCommands['visitor.hello']['page']
/** What the visitor's browser says of itself. */
export type BrowserFacts = NonNullable<VisitorCommands['visitor.hello']['browser']>
/** Up to which event a client has seen a chat. */
export type ChatCursor = NonNullable<VisitorCommands['visitor.hello']['resume']>
/** Who an agent's connection belongs to. */
export type AgentHello = AgentResults['agent.hello']
/** What an agent's shifts ask for: to work, or, while they do not, when they will next if that is known. */
export type AgentShift = AgentShiftShape
export type { Stored }

type MayBeLeftOut<T> = undefined extends T ? true : T extends readonly unknown[] ? true : false

/** What a caller passes where the server reads `T`: what may be undefined, and lists, can be left out. */
export type Given<T> = { [K in keyof T as MayBeLeftOut<T[K]> extends true ? never : K]: T[K] } & {
  [K in keyof T as MayBeLeftOut<T[K]> extends true ? K : never]?: T[K] | undefined
}
