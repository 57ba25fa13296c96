import type {
  AgentShiftShape,
  ChatEventShape,
  ChatSummaryShape,
  QueueStateShape,
  VisitorSummaryShape,
} from '@parley/contract'

interface OfSite {
  readonly siteId: number
}

/**
 * What the rest of the installation may want to hear of. Plain data, because other processes get it as JSON.
 * `chat.message` carries the stored event; receivers fetch what they missed by sequence number.
 */
export type DomainEvent =
  | (OfSite & { readonly type: 'chat.changed'; readonly chat: ChatSummaryShape; readonly visitorId: string })
  | (OfSite & {
      readonly type: 'chat.message'
      readonly chatId: string
      readonly visitorId: string
      readonly agentIds: readonly number[]
      readonly event: ChatEventShape
    })
  | (OfSite & { readonly type: 'chat.offered'; readonly chat: ChatSummaryShape; readonly agentIds: readonly number[] })
  | (OfSite & { readonly type: 'chat.offerEnded'; readonly chatId: string; readonly agentIds: readonly number[] })
  | (OfSite & { readonly type: 'chat.queue'; readonly visitorId: string; readonly queue: QueueStateShape })
  | (OfSite & {
      readonly type: 'chat.typing'
      readonly chatId: string
      readonly visitorId: string
      readonly agentIds: readonly number[]
      readonly from: 'visitor' | number
      readonly senderName: string
      readonly isTyping: boolean
    })
  /** agents came or went without a change of status: visitors may find somebody, or nobody any more */
  | (OfSite & { readonly type: 'agents.reachable' })
  | (OfSite & {
      readonly type: 'agent.status'
      readonly agentId: number
      readonly status: string
      /** nobody chose it: the agent's shifts asked for it */
      readonly byShift?: boolean
    })
  /** what an agent's shifts ask for; null: the agent works in none */
  | (OfSite & { readonly type: 'agent.shift'; readonly agentId: number; readonly shift: AgentShiftShape | null })
  | (OfSite & { readonly type: 'agent.revoked'; readonly agentId: number; readonly reason: string })
  | (OfSite & { readonly type: 'visitor.changed'; readonly visitor: VisitorSummaryShape })
  | (OfSite & {
      readonly type: 'segment.entered'
      readonly visitor: VisitorSummaryShape
      readonly segment: VisitorSummaryShape['segments'][number]
      readonly agentIds: readonly number[]
    })
  | (OfSite & { readonly type: 'visitor.left'; readonly visitorId: string })
  | (OfSite & { readonly type: 'visitor.banned'; readonly visitorId: string })
  | (OfSite & { readonly type: 'settings.changed' })
  /** roles, permissions or agents changed: whoever keeps what an agent may do has to look again */
  | (OfSite & { readonly type: 'access.changed' })

export type DomainEventType = DomainEvent['type']
