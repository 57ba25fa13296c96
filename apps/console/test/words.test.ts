import { describe, expect, test } from 'vitest'
import { matchPath } from '../src/app/match-path.ts'
import { timeRange } from '../src/features/history/history-range.ts'
import { errorField, errorMessage, errorStatus } from '../src/lib/errors.ts'
import { keyName } from '../src/lib/shortcuts.ts'
import { age, duration, timer } from '../src/lib/time.ts'
import { pagePath, safeHref } from '../src/lib/urls.ts'
import { sortRows } from '../src/ui/data-table-rows.ts'

describe('times', () => {
  test('a running time', () => {
    expect([0, 9, 65, 3753].map(timer)).toEqual(['0:00', '0:09', '1:05', '1:02:33'])
    expect(timer(-5)).toBe('0:00')
  })

  test('a length and an age', () => {
    expect([45, 90, 7500, 7200].map(duration)).toEqual(['45 s', '2 min', '2 h 5 min', '2 h'])
    const now = Date.parse('2026-03-01T10:00:00Z')
    expect(age('2026-03-01T09:59:30Z', now)).toBe('now')
    expect(age('2026-03-01T09:57:00Z', now)).toBe('3m')
    expect(age('2026-03-01T07:00:00Z', now)).toBe('3h')
  })

  test('a range of days runs from midnight to midnight here', () => {
    const now = new Date(2026, 2, 1, 15, 30)
    const days = (query: Parameters<typeof timeRange>[0]) => {
      const { timeFrom, timeTo } = timeRange(query, now)
      return [new Date(timeFrom), new Date(timeTo)]
    }
    expect(days({ range: 'today' })).toEqual([new Date(2026, 2, 1), new Date(2026, 2, 2)])
    expect(days({ range: '7' })).toEqual([new Date(2026, 1, 23), new Date(2026, 2, 2)])
    const swapped = days({ range: 'custom', from: '2026-02-10', to: '2026-02-08' })
    expect(swapped).toEqual([new Date(2026, 1, 8), new Date(2026, 1, 11)])
    expect(days({ range: 'custom', from: 'nonsense' })).toEqual([new Date(2026, 2, 1), new Date(2026, 2, 2)])
  })
})

describe('errors', () => {
  const refusal = { code: 400000, message: "Parameter 'email' is already in use." }

  test('name the field they are about', () => {
    expect(errorField(refusal)).toBe('email')
    expect(errorField({ code: 403000, message: "Parameter 'email' …" })).toBeUndefined()
    expect(errorField(new Error('broken'))).toBeUndefined()
  })

  test('have a status only when the server answered', () => {
    expect(errorStatus({ code: 401002, message: '' })).toBe(401)
    expect(errorStatus({ code: 0, message: 'no answer' })).toBeUndefined()
    expect(errorMessage(refusal)).toBe(refusal.message)
    expect(errorMessage(undefined)).toContain('Try again')
  })
})

describe('addresses', () => {
  test('only web addresses may be followed', () => {
    expect(safeHref('https://shop.example/a')).toBe('https://shop.example/a')
    expect(safeHref('javascript:alert(1)')).toBeUndefined()
    expect(safeHref(' data:text/html,x')).toBeUndefined()
  })

  test('a page is known by its path', () => {
    expect(pagePath('https://shop.example/shoes?size=40')).toBe('/shoes?size=40')
    expect(pagePath('not an address')).toBe('not an address')
  })

  test("an area's pages are found by their pattern", () => {
    expect(matchPath('', '')).toEqual({})
    expect(matchPath('agents/$id', 'agents/12')).toEqual({ id: '12' })
    expect(matchPath('agents/$id', 'agents')).toBeNull()
    expect(matchPath('agents', 'roles')).toBeNull()
  })
})

test('keys are named with the combination they belong to', () => {
  const press = (key: string, more = {}) => keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })
  expect(press('K', { metaKey: true })).toBe('mod+k')
  expect(press('ArrowDown')).toBe('arrowdown')
  expect(press('?')).toBe('?')
})

test('rows without a value come last, whichever way they are sorted', () => {
  const columns = [{ key: 'n', header: 'N', render: () => null, sortBy: (row: { n: number | null }) => row.n }]
  const rows = [{ n: null }, { n: 2 }, { n: 10 }]
  expect(sortRows(rows, columns, { key: 'n', isDescending: false })).toEqual([{ n: 2 }, { n: 10 }, { n: null }])
  expect(sortRows(rows, columns, { key: 'n', isDescending: true })).toEqual([{ n: 10 }, { n: 2 }, { n: null }])
})
