import type { ChatEvent } from '@parley/client/visitor'
import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../state/state.ts'
import { lastOwnKey, type Row, timelineOf } from './timeline.ts'

let seq = 0
const message = (
  type: ChatEvent['type'],
  content: string,
  minute = 0,
  senderName: string | null = null,
): ChatEvent => ({
  seq: ++seq,
  type,
  senderId: null,
  senderName,
  content,
  sentTime: new Date(2026, 4, 1, 12, minute).toISOString(),
  clientMessageId: `id of ${content}`,
})
const outgoing = (content: string): Outgoing => ({
  type: 'visitor',
  clientMessageId: `id of ${content}`,
  content,
  sentTime: new Date(2026, 4, 1, 12, 1).toISOString(),
  delivery: 'sending',
})
const shapeOf = (rows: Row[]) =>
  rows.map((row) => (row.kind === 'group' ? [row.sender, ...row.bubbles.map(({ text }) => text)] : row.kind))

describe('the timeline of a chat', () => {
  test('messages of one sender stand together until another speaks or time passes', () => {
    const rows = timelineOf(
      [
        message('visitor', 'a'),
        message('visitor', 'b', 1),
        message('agent', 'c', 2, 'Anna'),
        message('agent', 'd', 3, 'Ben'),
        message('agent', 'e', 30, 'Ben'),
      ],
      [],
    )
    expect(shapeOf(rows)).toEqual(['day', [null, 'a', 'b'], ['Anna', 'c'], ['Ben', 'd'], ['Ben', 'e']])
  })

  test('a system line stands between groups, and a new day is announced', () => {
    const next = { ...message('agent', 'b', 0, 'Anna'), sentTime: new Date(2026, 4, 2, 9).toISOString() }
    const rows = timelineOf([message('agent', 'a', 0, 'Anna'), message('system', 'Anna left'), next], [])
    expect(shapeOf(rows)).toEqual(['day', ['Anna', 'a'], 'system', 'day', ['Anna', 'b']])
  })

  test('what is on its way comes last, under the key it keeps when it is stored', () => {
    const before = timelineOf([message('agent', 'a', 0, 'Anna')], [outgoing('b')])
    const after = timelineOf([message('agent', 'a', 0, 'Anna'), message('visitor', 'b', 1)], [])
    expect(lastOwnKey(before)).toBe('id of b')
    expect(lastOwnKey(after)).toBe('id of b')
  })

  test('nothing is the last own message once somebody else has answered', () => {
    expect(lastOwnKey(timelineOf([message('visitor', 'a'), message('agent', 'b', 1, 'Anna')], []))).toBeUndefined()
  })
})
