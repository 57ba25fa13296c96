import type { AgentShift, ChatEvent, ChatSummary, VisitorChatShape, WidgetCampaign } from '../src/types.ts'

export const CHAT = '00000000-0000-7000-8000-000000000001'
export const VISITOR = '00000000-0000-7000-8000-000000000002'
export const CAMPAIGN = '00000000-0000-7000-8000-000000000003'
const TIME = '2026-01-01T00:00:00.000Z'

export const campaign: WidgetCampaign = {
  id: CAMPAIGN,
  name: 'Shop',
  language: 'English',
  company: null,
  color: '#0b7285',
  isOnline: true,
  buttonColor: '#0f766e',
  buttonOffsets: [20, 20, 12, 12],
  isHiddenOffline: false,
  isPreChatEnabled: true,
  departments: [],
  greeting: null,
}

export function visitorHello(chat: VisitorChatShape | null = null) {
  return { visitorId: VISITOR, visitorToken: 'secret', sessionId: 'session', campaign, chat }
}

export function event(seq: number, content = `text ${seq}`, type: ChatEvent['type'] = 'agent'): ChatEvent {
  return { seq, type, senderId: null, senderName: null, content, sentTime: TIME, clientMessageId: null }
}

export function visitorChat(change: Partial<VisitorChatShape> = {}): VisitorChatShape {
  return {
    id: CHAT,
    state: 'active',
    status: null,
    agentName: null,
    queue: null,
    events: [],
    lastSeq: 0,
    isRated: false,
    ...change,
  }
}

export function summary(change: Partial<ChatSummary> = {}): ChatSummary {
  return {
    id: CHAT,
    state: 'active',
    status: 'normal',
    visitorId: VISITOR,
    visitorName: null,
    visitorEmail: null,
    campaignId: CAMPAIGN,
    departmentId: null,
    targetAgentId: null,
    agentId: 1,
    agentName: 'Ann',
    agentIds: [1],
    offeredTo: [],
    requestedTime: TIME,
    answeredTime: TIME,
    endedTime: null,
    endedBy: null,
    lastSeq: 0,
    lastMessage: null,
    lastMessageBy: null,
    lastMessageTime: null,
    pageUrl: null,
    pageTitle: null,
    isRated: false,
    isWrappedUp: false,
    ...change,
  }
}

export function agentHello(chats: ChatSummary[] = [], missed: { chatId: string; events: ChatEvent[] }[] = []) {
  return { agentId: 1, displayName: 'Ann', status: 'Online', shift: null as AgentShift | null, chats, missed }
}

/** Collects what a listener is told, and waits until it was told so often. */
export function collector<T>() {
  const items: T[] = []
  let wake = () => {}
  return {
    items,
    listen: (item: T) => {
      items.push(item)
      wake()
    },
    async until(count: number): Promise<T[]> {
      while (items.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return items
    },
  }
}
