import type { VisitorSummaryShape } from '@parley/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countPresent, orderVisitors, steadyOrder, visibleRows } from '../src/features/visitors/visitor-rows.ts'
import { noVisitors, visitorsChanged, visitorsLoaded } from '../src/realtime/visitors-state.ts'

function visitor(id: string, change: Partial<VisitorSummaryShape> = {}): VisitorSummaryShape {
  return {
    id,
    name: null,
    email: null,
    status: 'inSite',
    pageUrl: 'https://shop.example/shoes',
    pageTitle: 'Shoes',
    referrer: null,
    visits: 1,
    pageViews: 1,
    chats: 0,
    visitTime: '2026-03-01T10:00:00Z',
    browser: null,
    operatingSystem: null,
    language: null,
    timeZone: null,
    ip: null,
    country: null,
    city: null,
    chatId: null,
    campaignId: null,
    segments: [],
    ...change,
  }
}

const byStatus = { key: 'status', isDescending: false } as const
const everybody = { words: '', status: '' }

describe('the visitors who are there', () => {
  test('come, change and leave in batches', () => {
    const loaded = visitorsLoaded([visitor('a'), visitor('b')])
    const state = visitorsChanged(loaded, [
      { kind: 'changed', visitor: visitor('b', { pageTitle: 'Basket' }) },
      { kind: 'changed', visitor: visitor('c') },
      { kind: 'left', visitorId: 'a' },
    ])
    expect([...state.byId.keys()]).toEqual(['b', 'c'])
    expect(state.byId.get('b')?.pageTitle).toBe('Basket')
    expect(visitorsChanged(state, [])).toBe(state)
    expect(noVisitors.isLoaded).toBe(false)
  })

  test('who has left is listed but does not count', () => {
    expect(countPresent([visitor('a'), visitor('b', { status: 'outOfSite' })])).toBe(1)
  })
})

describe('the order', () => {
  test('by status puts first who needs somebody; equal ones stand as they came', () => {
    const visitors = [
      visitor('late', { visitTime: '2026-03-01T10:05:00Z' }),
      visitor('chats', { status: 'chatting' }),
      visitor('early', { visitTime: '2026-03-01T09:00:00Z' }),
      visitor('waits', { status: 'waitingForChat' }),
    ]
    expect(orderVisitors(visitors, everybody, byStatus)).toEqual(['waits', 'chats', 'early', 'late'])
  })

  test('by time puts who came last first', () => {
    const visitors = [visitor('old', { visitTime: '2026-03-01T08:00:00Z' }), visitor('new')]
    expect(orderVisitors(visitors, everybody, { key: 'time', isDescending: false })).toEqual(['new', 'old'])
    expect(orderVisitors(visitors, everybody, { key: 'time', isDescending: true })).toEqual(['old', 'new'])
  })

  test('the search looks for every word in name, page, place and status', () => {
    const visitors = [
      visitor('ann', { name: 'Ann', city: 'Lyon' }),
      visitor('bob', { name: 'Bob', city: 'Lyon', status: 'chatting' }),
    ]
    expect(orderVisitors(visitors, { words: 'lyon CHATTING', status: '' }, byStatus)).toEqual(['bob'])
    expect(orderVisitors(visitors, { words: '', status: 'inSite' }, byStatus)).toEqual(['ann'])
  })

  test('does not move under the pointer', () => {
    expect(steadyOrder(['a', 'b', 'c'], ['c', 'd', 'a'], true)).toEqual(['a', 'c', 'd'])
    expect(steadyOrder(['a', 'b', 'c'], ['c', 'd', 'a'], false)).toEqual(['c', 'd', 'a'])
  })

  test('held rows are the same visitors, each once', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }))
    fc.assert(
      fc.property(ids, ids, (before, sorted) => {
        expect([...steadyOrder(before, sorted, true)].sort()).toEqual([...sorted].sort())
      }),
    )
  })
})

test('only the rows in sight, and a few around them, are drawn', () => {
  expect(visibleRows(10_000, { scrollTop: 0, height: 880, rowHeight: 44 })).toEqual({ first: 0, last: 28 })
  expect(visibleRows(10_000, { scrollTop: 44_000, height: 880, rowHeight: 44 })).toEqual({ first: 992, last: 1028 })
  expect(visibleRows(3, { scrollTop: 44_000, height: 880, rowHeight: 44 })).toEqual({ first: 3, last: 3 })
})
