import type { ChatEventShape } from '@parley/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chatSeen,
  eventsAdded,
  lastSeqOf,
  messageDropped,
  messageFailed,
  messagePending,
  noThread,
  noThreads,
  type PendingMessage,
  unreadCount,
} from '../src/realtime/threads-state.ts'
import { timeline } from '../src/realtime/timeline.ts'

const me = { id: '7', name: 'Me' }

function event(seq: number, change: Partial<ChatEventShape> = {}): ChatEventShape {
  return {
    seq,
    type: 'visitor',
    senderId: 'v',
    senderName: 'Ann',
    content: `line ${seq}`,
    sentTime: `2026-03-01T10:00:${String(seq % 60).padStart(2, '0')}.000Z`,
    clientMessageId: null,
    ...change,
  }
}

const answer = (seq: number, change: Partial<ChatEventShape> = {}) =>
  event(seq, { type: 'agent', senderId: '7', senderName: 'Me', ...change })

const pending = (id: string): PendingMessage => ({
  clientMessageId: id,
  type: 'agent',
  content: 'On my way',
  sentTime: '2026-03-01T10:01:00.000Z',
  hasFailed: false,
})

const seqs = (state: typeof noThreads) => (state.byChat.get('c') ?? noThread).events.map(({ seq }) => seq)

describe('a conversation', () => {
  test('shows every event once and in order, in whatever pieces and order they come', () => {
    const pieces = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 10 }), { maxLength: 10 })
    fc.assert(
      fc.property(pieces, (batches) => {
        const state = batches.reduce(
          (before, batch) =>
            eventsAdded(
              before,
              'c',
              batch.map((seq) => event(seq)),
            ),
          noThreads,
        )
        expect(seqs(state)).toEqual([...new Set(batches.flat())].sort((a, b) => a - b))
      }),
    )
  })

  test('does not change when nothing is new', () => {
    const state = eventsAdded(noThreads, 'c', [event(1)], true)
    expect(eventsAdded(state, 'c', [event(1)])).toBe(state)
    expect(lastSeqOf(state.byChat.get('c'))).toBe(1)
  })

  test('is loaded once it was read from its beginning', () => {
    const heard = eventsAdded(noThreads, 'c', [event(5)])
    expect(heard.byChat.get('c')?.isLoaded).toBe(false)
    const read = eventsAdded(heard, 'c', [event(4), event(5)], true)
    expect(read.byChat.get('c')?.isLoaded).toBe(true)
    expect(seqs(read)).toEqual([4, 5])
  })

  test('an empty chat counts as loaded, too', () => {
    expect(eventsAdded(noThreads, 'c', [], true).byChat.get('c')?.isLoaded).toBe(true)
  })
})

describe('a message on its way', () => {
  test('gives way to its event, whichever way that comes', () => {
    const sent = messagePending(noThreads, 'c', pending('m1'))
    const stored = eventsAdded(sent, 'c', [answer(1, { clientMessageId: 'm1' })])
    expect(stored.byChat.get('c')).toMatchObject({ pending: [], events: [{ clientMessageId: 'm1' }] })
  })

  test('stays with the reason when it was refused, and can be sent again or taken back', () => {
    const failed = messageFailed(messagePending(noThreads, 'c', pending('m1')), 'c', 'm1', 'The chat is over')
    expect(failed.byChat.get('c')?.pending).toMatchObject([{ hasFailed: true, problem: 'The chat is over' }])
    expect(messagePending(failed, 'c', pending('m1')).byChat.get('c')?.pending).toMatchObject([{ hasFailed: false }])
    expect(messageDropped(failed, 'c', 'm1').byChat.get('c')?.pending).toEqual([])
  })
})

describe('unread messages', () => {
  test('are those of the visitor after what was seen', () => {
    const state = eventsAdded(noThreads, 'c', [event(1), event(2, { type: 'system' }), event(3)])
    expect(unreadCount(state, 'c')).toBe(2)
    expect(unreadCount(chatSeen(state, 'c', 1), 'c')).toBe(1)
    expect(unreadCount(chatSeen(state, 'c', 3), 'c')).toBe(0)
    expect(unreadCount(state, 'unknown')).toBe(0)
  })

  test('whoever answered has read', () => {
    expect(unreadCount(eventsAdded(noThreads, 'c', [event(1), answer(2), event(3)]), 'c')).toBe(1)
  })

  test('reading never goes backwards', () => {
    const state = chatSeen(noThreads, 'c', 5)
    expect(chatSeen(state, 'c', 3)).toBe(state)
  })
})

describe('the timeline', () => {
  const shape = (events: ChatEventShape[], waiting: PendingMessage[] = []) =>
    timeline({ isLoaded: true, events, pending: waiting }, me).map((item) =>
      item.kind === 'group' ? `${item.side}:${item.messages.length}` : item.kind,
    )

  test('groups what one sender says in a row, and what is on its way with it', () => {
    const events = [event(1), event(2), answer(3, { sentTime: '2026-03-01T10:00:50.000Z' })]
    expect(shape(events, [pending('m1')])).toEqual(['day', 'visitor:2', 'agent:2'])
  })

  test('starts anew after a pause, another sender, a note or a line of the system', () => {
    const events = [
      event(1),
      event(2, { sentTime: '2026-03-01T10:20:00.000Z' }),
      event(3, { type: 'system', senderId: null, sentTime: '2026-03-01T10:20:01.000Z' }),
      answer(4, { sentTime: '2026-03-01T10:20:02.000Z' }),
      answer(5, { senderId: '8', senderName: 'Ben', sentTime: '2026-03-01T10:20:03.000Z' }),
      answer(6, { senderId: '8', type: 'note', sentTime: '2026-03-01T10:20:04.000Z' }),
      answer(7, { senderId: '8', type: 'chatbot', sentTime: '2026-03-01T10:20:05.000Z' }),
    ]
    expect(shape(events)).toEqual([
      'day',
      'visitor:1',
      'visitor:1',
      'system',
      'agent:1',
      'agent:1',
      'note:1',
      'agent:1',
    ])
  })

  test('names each day once', () => {
    const events = [event(1, { sentTime: '2026-02-27T10:00:00Z' }), event(2), event(3)]
    expect(shape(events)).toEqual(['day', 'visitor:1', 'day', 'visitor:2'])
  })
})
