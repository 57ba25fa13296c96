import type { ChatEventShape, ChatSummaryShape } from '@parley/contract'
import { describe, expect, test } from 'vitest'
import { chatLists, waitingSince, waitTone } from '../src/realtime/chat-lists.ts'
import {
  type ChatsState,
  chatChanged,
  chatClosed,
  chatsLoaded,
  messageArrived,
  noChats,
  offerEnded,
  typingChanged,
} from '../src/realtime/chats-state.ts'

const me = 7

function chat(id: string, change: Partial<ChatSummaryShape> = {}): ChatSummaryShape {
  return {
    id,
    state: 'active',
    status: null,
    visitorId: `v${id}`,
    visitorName: `Visitor of ${id}`,
    visitorEmail: null,
    campaignId: 'c',
    departmentId: null,
    targetAgentId: null,
    agentId: me,
    agentName: 'Me',
    agentIds: [me],
    offeredTo: [],
    requestedTime: '2026-03-01T10:00:00Z',
    answeredTime: '2026-03-01T10:00:10Z',
    endedTime: null,
    endedBy: null,
    lastSeq: 1,
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

function event(seq: number, change: Partial<ChatEventShape> = {}): ChatEventShape {
  return {
    seq,
    type: 'visitor',
    senderId: 'v',
    senderName: 'Ann',
    content: `line ${seq}`,
    sentTime: `2026-03-01T10:01:${String(seq).padStart(2, '0')}Z`,
    clientMessageId: null,
    ...change,
  }
}

const waiting = (id: string, change: Partial<ChatSummaryShape> = {}) =>
  chat(id, { state: 'waiting', agentId: null, agentName: null, agentIds: [], answeredTime: null, ...change })

function loaded(...chats: ChatSummaryShape[]): ChatsState {
  return chatsLoaded(noChats, chats, me)
}

describe('the lists of the Chats page', () => {
  test('hold each chat where it belongs', () => {
    const state = loaded(
      chat('mine'),
      waiting('waits'),
      waiting('asked', { state: 'offered', offeredTo: [me] }),
      chat('bens', { agentId: 8, agentIds: [8] }),
      chat('joined', { agentId: 8, agentIds: [8, me] }),
    )
    const lists = chatLists(state, me)
    expect(lists.mine.map(({ id }) => id)).toEqual(['joined', 'mine'])
    expect(lists.waiting.map(({ id }) => id)).toEqual(['asked', 'waits'])
    expect(lists.offers.map(({ id }) => id)).toEqual(['asked'])
    expect(lists.everyone).toHaveLength(5)
  })

  test('put who waits longest first and what ended last', () => {
    const lists = chatLists(
      loaded(
        waiting('late', { requestedTime: '2026-03-01T10:05:00Z' }),
        waiting('early', { requestedTime: '2026-03-01T09:05:00Z' }),
        chat('ended', { state: 'ended', requestedTime: '2026-03-01T08:00:00Z' }),
        chat('running', { requestedTime: '2026-03-01T09:00:00Z' }),
      ),
      me,
    )
    expect(lists.waiting.map(({ id }) => id)).toEqual(['early', 'late'])
    expect(lists.mine.map(({ id }) => id)).toEqual(['running', 'ended'])
  })

  test('a wait runs from the request, then from the unanswered message', () => {
    expect(waitingSince(waiting('a'))).toBe('2026-03-01T10:00:00Z')
    const unanswered = chat('b', { lastMessageBy: 'visitor', lastMessageTime: '2026-03-01T10:09:00Z' })
    expect(waitingSince(unanswered)).toBe('2026-03-01T10:09:00Z')
    expect(waitingSince({ ...unanswered, lastMessageBy: 'agent' })).toBeNull()
    expect([0, 30, 90].map(waitTone)).toEqual(['grey', 'amber', 'red'])
  })
})

describe('changes of chats', () => {
  test('a chat of mine that ended stays until it is closed, also through a reload of the list', () => {
    const ended = chatChanged(loaded(chat('a')), chat('a', { state: 'ended', lastSeq: 5 }), me)
    const reloaded = chatsLoaded(ended, [chat('b')], me)
    expect(reloaded.byId.get('a')?.state).toBe('ended')
    expect(chatClosed(reloaded, 'a').byId.has('a')).toBe(false)
  })

  test("a colleague's chat that ended is gone", () => {
    const bens = { agentId: 8, agentIds: [8] }
    const state = chatChanged(loaded(chat('a', bens)), chat('a', { ...bens, state: 'ended' }), me)
    expect(state.byId.has('a')).toBe(false)
  })

  test('a reload forgets running chats that are over', () => {
    expect(chatsLoaded(loaded(chat('a'), waiting('b')), [], me).byId.size).toBe(0)
  })

  test('news that is overtaken by a message does not take the message back', () => {
    const said = messageArrived(loaded(chat('a')), 'a', event(4))
    const state = chatChanged(said, chat('a', { lastSeq: 3, isRated: true }), me)
    expect(state.byId.get('a')).toMatchObject({ lastSeq: 4, lastMessage: 'line 4', isRated: true })
  })

  test('an offer that is over disappears where the site is not watched', () => {
    const state = loaded(waiting('a', { state: 'offered', offeredTo: [me, 8] }))
    expect(offerEnded(state, 'a', me, false).byId.has('a')).toBe(false)
    expect(offerEnded(state, 'a', me, true).byId.get('a')?.offeredTo).toEqual([8])
    expect(offerEnded(state, 'unknown', me, false)).toBe(state)
  })

  test('an offer that ended because I accepted leaves my chat alone', () => {
    expect(offerEnded(loaded(chat('a')), 'a', me, false).byId.get('a')?.state).toBe('active')
  })
})

describe('messages in the list', () => {
  test('the row shows the last message; notes stay out of it', () => {
    const said = messageArrived(loaded(chat('a')), 'a', event(2, { content: 'Hello' }))
    const noted = messageArrived(said, 'a', event(3, { type: 'note', content: 'secret' }))
    expect(noted.byId.get('a')).toMatchObject({ lastSeq: 3, lastMessage: 'Hello', lastMessageBy: 'visitor' })
  })

  test('a message that comes late does not replace a newer one', () => {
    const state = messageArrived(messageArrived(loaded(chat('a')), 'a', event(9)), 'a', event(8))
    expect(state.byId.get('a')).toMatchObject({ lastSeq: 9, lastMessage: 'line 9' })
  })

  test('whoever has sent no longer types', () => {
    const typing = typingChanged(loaded(chat('a')), { chatId: 'a', senderName: 'Ann', isTyping: true }, 1000)
    expect(typing.typing.get('a')).toEqual({ name: 'Ann', since: 1000 })
    expect(messageArrived(typing, 'a', event(2, { type: 'agent' })).typing.has('a')).toBe(true)
    expect(messageArrived(typing, 'a', event(2)).typing.has('a')).toBe(false)
    expect(typingChanged(typing, { chatId: 'a', senderName: 'Ann', isTyping: false }, 2000).typing.size).toBe(0)
  })
})
