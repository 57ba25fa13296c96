import type {
  ChatEvent,
  ConnectionState,
  QueueState,
  VisitorChat,
  VisitorChatEnd,
  WidgetCampaign,
} from '@parley/client/visitor'
import type { Layout } from '../../loader/bridge.ts'
import type { Faults } from '../lib/form-faults.ts'

/** What the widget knows of its campaign. */
export type Campaign = WidgetCampaign

/** A message of the visitor on its way, in the shape of a stored one. */
export interface Outgoing {
  readonly type: 'visitor'
  readonly clientMessageId: string
  readonly content: string
  readonly sentTime: string
  readonly delivery: 'sending' | 'sent' | 'failed'
}

/** The chat as far as it has come. */
export interface ChatView {
  readonly id: string
  readonly state: VisitorChat['state']
  readonly status: VisitorChat['status']
  readonly endedBy: VisitorChatEnd['endedBy']
  readonly agentName: string | null
  readonly queue: QueueState | null
  readonly messages: readonly ChatEvent[]
  /** The name of whoever is typing. */
  readonly typing: string | null
  readonly isRated: boolean
}

/** What forms know of the visitor. */
export interface Person {
  readonly name: string
  readonly email: string
}

/** An agent's message shown above the button while the window is minimised. */
export interface Notice {
  readonly sender: string
  readonly text: string
}

/** Everything that is drawn. */
export interface WidgetState {
  readonly layout: Layout
  readonly isDark: boolean
  readonly connection: ConnectionState
  /** Whether the server has answered on this page: before, nobody knows whether a chat is running. */
  readonly isGreeted: boolean
  readonly campaign: Campaign | null
  readonly chat: ChatView | null
  /** Whether a form is on its way to the server. */
  readonly isBusy: boolean
  readonly outbox: readonly Outgoing[]
  readonly draft: string
  /** As typed in a form so far. */
  readonly person: Person
  /** As given in an earlier form, or by the page. */
  readonly known: Person
  readonly departmentId: string
  readonly faults: Faults
  /** The visitor rather writes a message than waits, or nobody took the chat. */
  readonly offlineReason: 'instead' | 'missed' | null
  /** The address the last offline message is answered to. */
  readonly leftMessage: string | null
  readonly grade: number | null
  readonly comment: string
  readonly hasCommented: boolean
  readonly isAskingEnd: boolean
  readonly unread: number
  readonly notice: Notice | null
  /** Why the last action did not work, in words for the visitor. */
  readonly problem: string | null
}

/** How much is shown: a campaign may hide its button while nobody is there, but never a chat. */
export function layoutOf({ layout, campaign, chat }: WidgetState): Layout {
  return layout === 'button' && campaign?.isHiddenOffline && !campaign.isOnline && !chat ? 'hidden' : layout
}

/** What the window shows. */
export type Screen = 'loading' | 'offline' | 'thanks' | 'preChat' | 'conversation'

/** Decides what the window shows; the only place where this is decided. */
export function screenOf(state: WidgetState): Screen {
  const { campaign, chat } = state
  if (!campaign || !state.isGreeted) return 'loading'
  if (state.leftMessage) return 'thanks'
  if (state.offlineReason) return 'offline'
  if (chat) return 'conversation'
  if (!campaign.isOnline) return 'offline'
  return needsPreChat(state, campaign) ? 'preChat' : 'conversation'
}

// The form never asks for what is known; a choice between departments is new with every chat
function needsPreChat(state: WidgetState, campaign: Campaign): boolean {
  if (!campaign.isPreChatEnabled) return false
  return !state.known.name || campaign.departments.length > 1
}
