import type { ChatEventShape } from '@parley/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../lib/app-error.ts'
import { ChatFeeds, type FeedPlan } from './chat-feed.ts'

const entry = (seq: number, type: ChatEventShape['type'] = 'visitor'): ChatEventShape => ({
  seq,
  type,
  senderId: null,
  senderName: null,
  content: String(seq),
  sentTime: '2026-01-31T09:30:00.000Z',
  clientMessageId: null,
})

/** Feeds over a log of our own; fetches take some turns of the event loop, as a database does. */
function feedsOver(log: readonly ChatEventShape[], plan: Partial<FeedPlan> = {}) {
  const told: (number | string)[] = []
  let fetches = 0
  const feeds = new ChatFeeds({
    async fetch(_chatId, afterSeq) {
      fetches++
      for (let turn = 0; turn < 3; turn++) await Promise.resolve()
      return log.filter((event) => event.seq > afterSeq && event.type !== 'note')
    },
    shows: (event) => event.type !== 'note',
    deliver: (_chatId, event) => void told.push(event.seq),
    failed: () => void told.push('failed'),
    ...plan,
  })
  return { feeds, told, fetches: () => fetches }
}

/** Lets everything that waits for promises go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the events of a chat for one connection', () => {
  test('ORD-1 whatever arrives, and in which order, each is told once and in order', async () => {
    const size = 12
    const arrivals = fc.array(fc.integer({ min: 1, max: size }), { maxLength: 40 })
    const notes = fc.uniqueArray(fc.integer({ min: 1, max: size }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(arrivals, notes, fc.integer({ min: 0, max: size }), async (seqs, noted, start) => {
        const log = Array.from({ length: size }, (_, i) => entry(i + 1, noted.includes(i + 1) ? 'note' : 'visitor'))
        const { feeds, told } = feedsOver(log)
        feeds.skipTo('c', start)
        for (const seq of seqs) {
          feeds.take('c', log[seq - 1] as ChatEventShape)
          if (seq % 3 === 0) await settled()
        }
        await settled()
        const last = Math.max(0, ...seqs.filter((seq) => seq > start))
        const visible = log.filter(({ seq, type }) => seq > start && type !== 'note').map(({ seq }) => seq)
        expect(told).toEqual([...told].sort((a, b) => Number(a) - Number(b)))
        expect(new Set(told).size).toBe(told.length)
        // a fetch may bring what happened after the event that caused it, never less than up to it
        expect(visible.slice(0, told.length)).toEqual(told)
        expect(told.length).toBeGreaterThanOrEqual(visible.filter((seq) => seq <= last).length)
      }),
    )
  })

  test('ORD-1 without a gap nothing is fetched', async () => {
    const { feeds, told, fetches } = feedsOver([])
    for (const seq of [1, 2, 2, 1, 3]) feeds.take('c', entry(seq))
    expect(told).toEqual([1, 2, 3])
    expect(fetches()).toBe(0)
  })

  test('ORD-4 what follows is told after the events before it', async () => {
    const log = [entry(1), entry(2), entry(3)]
    const { feeds, told } = feedsOver(log)
    feeds.take('c', entry(3))
    feeds.after('c', () => told.push('ended'))
    await settled()
    expect(told).toEqual([1, 2, 3, 'ended'])
  })

  test('who may not read the chat any more still gets what is sent to them', async () => {
    const fetch = () => Promise.reject(new AppError('not_found', 'The chat does not exist.'))
    const { feeds, told } = feedsOver([], { fetch })
    feeds.take('c', entry(7))
    await settled()
    expect(told).toEqual([7])
  })

  test('when nothing can be fetched, nothing is told out of order', async () => {
    const { feeds, told } = feedsOver([], { fetch: () => Promise.reject(new Error('the database is away')) })
    feeds.take('c', entry(2))
    await settled()
    feeds.take('c', entry(3))
    expect(told).toEqual(['failed'])
  })
})
