import type { OutputOf } from '../schema/entity.ts'
import type { ChatEvent, ChatSummary, QueueState, VisitorSummary } from './chat.contract.ts'

type Shown<E extends { fields: Parameters<typeof Object.keys>[0] }> = E extends { fields: infer F }
  ? F extends import('../schema/entity.ts').Fields
    ? OutputOf<F>
    : never
  : never

export type ChatEventShape = Shown<typeof ChatEvent>
export type ChatSummaryShape = Shown<typeof ChatSummary>
export type QueueStateShape = Shown<typeof QueueState>
export type VisitorSummaryShape = Shown<typeof VisitorSummary>

/** What an agent's shifts ask for: to work, or, while they do not, when they will next if that is known. */
export interface AgentShiftShape {
  isWorking: boolean
  startsTime: string | null
}

/** Events a visitor's connection is sent. */
export interface VisitorEvents {
  'chat.message': { chatId: string; event: ChatEventShape }
  'chat.state': {
    chatId: string
    state: ChatSummaryShape['state']
    status: ChatSummaryShape['status']
    agentName: string | null
    endedBy: ChatSummaryShape['endedBy']
  }
  'chat.typing': { chatId: string; senderName: string; isTyping: boolean }
  'chat.queue': QueueStateShape
  'campaign.presence': { isOnline: boolean; departments: { id: string; name: string; isOnline: boolean }[] }
  'server.closing': { reconnectInMs: number }
}

/** Events an agent's connection is sent. */
export interface AgentEvents {
  /** A chat this agent may accept. */
  'chat.offer': { chat: ChatSummaryShape }
  /** The offer is over: somebody took it, or nobody may any more. */
  'chat.offerEnded': { chatId: string }
  /** A chat of mine, or (while watching the site) anybody's, is new or has changed. */
  'chat.changed': { chat: ChatSummaryShape }
  'chat.message': { chatId: string; event: ChatEventShape }
  'chat.typing': { chatId: string; senderName: string; isTyping: boolean }
  'visitor.changed': { visitor: VisitorSummaryShape }
  /** A visitor entered a segment of which this agent is to be told. */
  'segment.entered': { visitor: VisitorSummaryShape; segment: VisitorSummaryShape['segments'][number] }
  'visitor.left': { visitorId: string }
  /** `byShift`: nobody chose it, the agent's shifts asked for it. */
  'agent.status': { agentId: number; status: string; byShift?: boolean }
  /** My own shifts ask for something else, or are others now; null: I work in none. */
  'agent.shift': { shift: AgentShiftShape | null }
  /** The token is no longer good; the connection closes with code 4401. */
  'agent.revoked': { reason: string }
  'server.closing': { reconnectInMs: number }
}
