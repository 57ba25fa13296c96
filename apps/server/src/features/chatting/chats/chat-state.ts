import type { AgentId } from '../../../context.ts'

export type Party = 'visitor' | 'agent' | 'system'

/** How a chat that nobody answered came to its end. */
export type MissedBy = 'abandoned' | 'switched'

export interface WaitingChat {
  readonly state: 'waiting'
  /** set when an answered chat waits again, after a transfer or because its agent is gone */
  readonly answeredTime: Date | null
}

export interface OfferedChat {
  readonly state: 'offered'
  readonly offeredTo: readonly AgentId[]
  readonly answeredTime: Date | null
}

export interface ActiveChat {
  readonly state: 'active'
  readonly agentId: AgentId
  readonly answeredTime: Date
}

export type EndedChat = {
  readonly state: 'ended'
  readonly endedTime: Date
  readonly endedBy: Party
} & (
  | { readonly status: 'normal'; readonly answeredTime: Date; readonly agentId: AgentId | null }
  | { readonly status: 'missed'; readonly missedBy: MissedBy }
  | { readonly status: 'refused' }
)

/** Where a chat stands. An impossible combination cannot be written down. */
export type ChatState = WaitingChat | OfferedChat | ActiveChat | EndedChat

export type ChatCommand =
  | { readonly type: 'request' }
  | { readonly type: 'offer'; readonly agentIds: readonly AgentId[] }
  | { readonly type: 'allocate'; readonly agentId: AgentId }
  | { readonly type: 'accept'; readonly agentId: AgentId; readonly isFromQueueAllowed: boolean }
  | { readonly type: 'refuse'; readonly agentId: AgentId; readonly canAnybodyElse: boolean }
  | { readonly type: 'expireOffer'; readonly agentId: AgentId }
  | { readonly type: 'withdrawOffer'; readonly agentId: AgentId }
  | { readonly type: 'transferToAgent'; readonly agentId: AgentId }
  | { readonly type: 'transferToDepartment' }
  | { readonly type: 'release' }
  | { readonly type: 'end'; readonly by: Party }
  | { readonly type: 'abandon'; readonly how: MissedBy; readonly by: Party }

export type Refusal = 'exists' | 'not_requested' | 'ended' | 'not_offered' | 'taken' | 'not_active' | 'not_unanswered'

export type Decision =
  | { readonly ok: true; readonly chat: ChatState }
  | { readonly ok: false; readonly refusal: Refusal }

const become = (chat: ChatState): Decision => ({ ok: true, chat })
const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal })

/** The next state of a chat, or why the command does not fit. `chat` is null before it is requested. */
export function decide(chat: ChatState | null, command: ChatCommand, now: Date): Decision {
  if (command.type === 'request') return chat ? refuse('exists') : become({ state: 'waiting', answeredTime: null })
  if (!chat) return refuse('not_requested')
  if (chat.state === 'ended') return refuse('ended')
  switch (command.type) {
    case 'offer':
      return offer(chat, command.agentIds)
    case 'allocate':
      return chat.state === 'active' ? refuse('taken') : activate(chat, command.agentId, now)
    case 'accept':
      return accept(chat, command, now)
    case 'refuse':
      return refuseOffer(chat, command, now)
    case 'expireOffer':
    case 'withdrawOffer':
      return dropOffer(chat, command.agentId)
    case 'transferToAgent':
      return chat.state === 'active' ? activate(chat, command.agentId, now) : refuse('not_active')
    case 'transferToDepartment':
    case 'release':
      return chat.state === 'active'
        ? become({ state: 'waiting', answeredTime: chat.answeredTime })
        : refuse('not_active')
    case 'end':
      return become(ended(chat, command.by, 'abandoned', now))
    case 'abandon':
      return chat.answeredTime ? refuse('not_unanswered') : become(ended(chat, command.by, command.how, now))
    default:
      return unreachable(command)
  }
}

type Running = Exclude<ChatState, EndedChat>

function offer(chat: Running, agentIds: readonly AgentId[]): Decision {
  if (chat.state === 'active') return refuse('taken')
  const before = chat.state === 'offered' ? chat.offeredTo : []
  const offeredTo = [...new Set([...before, ...agentIds])]
  if (offeredTo.length === 0) return become(chat)
  return become({ state: 'offered', offeredTo, answeredTime: chat.answeredTime })
}

function activate(chat: Running, agentId: AgentId, now: Date): Decision {
  // the answer that counts is the first one; a transfer is not another
  return become({ state: 'active', agentId, answeredTime: chat.answeredTime ?? now })
}

function accept(chat: Running, command: ChatCommand & { type: 'accept' }, now: Date): Decision {
  if (chat.state === 'active') return refuse('taken')
  const isOffered = chat.state === 'offered' && chat.offeredTo.includes(command.agentId)
  return isOffered || command.isFromQueueAllowed ? activate(chat, command.agentId, now) : refuse('not_offered')
}

function refuseOffer(chat: Running, command: ChatCommand & { type: 'refuse' }, now: Date): Decision {
  const dropped = dropOffer(chat, command.agentId)
  if (!dropped.ok || dropped.chat.state === 'offered' || command.canAnybodyElse || chat.answeredTime) return dropped
  return become({ state: 'ended', endedTime: now, endedBy: 'agent', status: 'refused' })
}

function dropOffer(chat: Running, agentId: AgentId): Decision {
  if (chat.state === 'active') return refuse('taken')
  if (chat.state !== 'offered' || !chat.offeredTo.includes(agentId)) return refuse('not_offered')
  const offeredTo = chat.offeredTo.filter((id) => id !== agentId)
  if (offeredTo.length) return become({ ...chat, offeredTo })
  return become({ state: 'waiting', answeredTime: chat.answeredTime })
}

function ended(chat: Running, endedBy: Party, missedBy: MissedBy, endedTime: Date): EndedChat {
  if (!chat.answeredTime) return { state: 'ended', endedTime, endedBy, status: 'missed', missedBy }
  const agentId = chat.state === 'active' ? chat.agentId : null
  return { state: 'ended', endedTime, endedBy, status: 'normal', answeredTime: chat.answeredTime, agentId }
}

function unreachable(command: never): never {
  throw new Error(`unknown command ${JSON.stringify(command)}`)
}

/** Who may write in a chat now. The message writer asks the same of the database, in SQL. */
export function canWrite(chat: ChatState, sender: { kind: 'visitor' } | { kind: 'agent'; isInChat: boolean }): boolean {
  if (sender.kind === 'visitor') return chat.state !== 'ended'
  return chat.state === 'active' && sender.isInChat
}
