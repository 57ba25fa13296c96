import { describe, expect, test } from 'vitest'
import { areRowsComparable, readView } from '../src/reports/chat-volume/chat-volume.search.ts'
import { chatVolumeCsv } from '../src/reports/chat-volume/export.ts'
import { toLines } from '../src/reports/chat-volume/series.ts'
import type { ChatVolumeRow } from '../src/reports/chat-volume/totals.ts'
import { change, sumVolumes, verdict, volumeOf } from '../src/reports/chat-volume/totals.ts'
import { toCsv } from '../src/reports/csv.ts'
import { comparableEnd, formatPeriod, localNow, presetPeriod, previousPeriod } from '../src/reports/periods.ts'
import { formatOffset, offsetMinutes, zoneChoices } from '../src/reports/zones.ts'

const today = '2026-11-23'

/** A row as the API sends one: only what belongs to its group. */
const row = (fields: Partial<ChatVolumeRow>) => fields as ChatVolumeRow

describe('a period', () => {
  test('has its days by name', () => {
    expect(presetPeriod('28d', today)).toEqual({ from: '2026-10-27', to: '2026-11-24' })
    expect(presetPeriod('last-month', today)).toEqual({ from: '2026-10-01', to: '2026-11-01' })
    expect(presetPeriod('12m', today)).toEqual({ from: '2025-12-01', to: '2026-11-24' })
  })

  test('is compared with as many days before, or as many whole months', () => {
    expect(previousPeriod({ from: '2026-11-17', to: '2026-11-24' })).toEqual({ from: '2026-11-10', to: '2026-11-17' })
    expect(previousPeriod({ from: '2026-10-01', to: '2026-11-01' })).toEqual({ from: '2026-09-01', to: '2026-10-01' })
    expect(previousPeriod({ from: '2026-01-01', to: '2026-03-01' })).toEqual({ from: '2025-11-01', to: '2026-01-01' })
  })

  test('that is under way is compared with the previous one up to the same time', () => {
    const period = presetPeriod('today', today)
    const previous = previousPeriod(period)
    expect(comparableEnd(period, previous, '2026-11-23T14:15:00')).toBe('2026-11-22T14:15:00')
    expect(comparableEnd(previous, previousPeriod(previous), '2026-11-23T14:15:00')).toBe('2026-11-22T00:00:00')
  })

  test('is written as short as it is clear', () => {
    expect(formatPeriod({ from: '2026-11-01', to: '2026-11-24' })).toBe('1 – 23 Nov 2026')
    expect(formatPeriod({ from: '2025-12-01', to: '2026-11-24' })).toBe('1 Dec 2025 – 23 Nov 2026')
    expect(formatPeriod({ from: today, to: '2026-11-24' })).toBe('23 Nov 2026')
  })
})

describe('a time zone', () => {
  test('is an offset or an id', () => {
    expect(formatOffset(-210)).toBe('-03:30')
    expect(offsetMinutes('+05:45')).toBe(345)
    expect(offsetMinutes('Newfoundland Standard Time')).toBe(-210)
    expect(offsetMinutes('UTC')).toBe(0)
  })

  test('decides which day it is', () => {
    expect(localNow(Date.parse('2026-11-23T23:30:00Z'), 60)).toBe('2026-11-24T00:30:00')
  })

  test('can be chosen once by its id', () => {
    expect(new Set(zoneChoices.map(({ id }) => id)).size).toBe(zoneChoices.length)
  })
})

describe('the address', () => {
  const read = (query: Record<string, string>) => readView(query, { today, zone: '+00:00' })

  test('holds the whole view', () => {
    const view = read({ from: '2026-11-01', to: '2026-11-07', group: 'hour', campaign: 'c', compare: '0' })
    expect(view).toMatchObject({ preset: 'custom', group: 'hour', isCompared: false })
    expect(view.period).toEqual({ from: '2026-11-01', to: '2026-11-08' })
    expect(view.filter).toEqual({ name: 'campaign', value: 'c' })
  })

  test('that makes no sense falls back to the last four weeks by day', () => {
    const view = read({ from: '2026-13-01', to: 'x', group: 'nonsense' })
    expect(view).toMatchObject({ preset: '28d', group: 'day' })
  })

  test('never asks for the hours of a year', () => {
    expect(read({ range: '12m', group: 'hour' }).group).toBe('month')
  })

  test('compares days only with the same days of the week', () => {
    expect(areRowsComparable(read({ range: '28d' }))).toBe(true)
    expect(areRowsComparable(read({ range: 'month' }))).toBe(false)
    expect(areRowsComparable(read({ range: 'month', group: 'campaign' }))).toBe(true)
  })
})

describe('the numbers', () => {
  test('are read from counts and from averages', () => {
    expect(volumeOf(row({ avgChatRequests: 1.5, avgChats: 1, avgMissedChats: 0.5 }))).toEqual({
      requests: 1.5,
      answered: 1,
      missed: 0.5,
      refused: 0,
    })
  })

  test('add up', () => {
    const one = { requests: 3, answered: 1, missed: 1, refused: 1 }
    expect(sumVolumes([one, one])).toEqual({ requests: 6, answered: 2, missed: 2, refused: 2 })
  })

  test('have no change when there was nothing before', () => {
    expect(change(5, 0)).toBeUndefined()
    expect(change(15, 10)).toBeCloseTo(0.5)
  })

  test('are good news when more is answered and bad when more is missed', () => {
    expect(verdict('answered', 2, 1)).toBe('good')
    expect(verdict('missed', 2, 1)).toBe('bad')
    expect(verdict('missed', 1, 2)).toBe('good')
    expect(verdict('requests', 2, 1)).toBe('neutral')
  })
})

describe('the rows', () => {
  test('of things meet their counterparts by id', () => {
    const rows = [row({ departmentId: 'b', chatRequests: 4 }), row({ departmentId: null, chatRequests: 1 })]
    const previous = [row({ departmentId: 'a', chatRequests: 9 }), row({ departmentId: 'b', chatRequests: 2 })]
    const lines = toLines('department', rows, previous, new Map([['b', 'Sales']]))
    expect(lines.map(({ title, before }) => [title, before?.requests])).toEqual([
      ['Sales', 2],
      ['No department', undefined],
    ])
  })

  test('of days are named by weekday and date', () => {
    const day = row({ time: { from: '2026-11-23T00:00:00', to: '2026-11-24T00:00:00' } })
    const before = row({ time: { from: '2025-12-31T00:00:00', to: '2026-01-01T00:00:00' } })
    expect(toLines('day', [day], undefined, new Map())[0]).toMatchObject({ label: '23 Nov', title: 'Mon, 23 Nov' })
    expect(toLines('day', [before, day], undefined, new Map())[0]?.title).toBe('Wed, 31 Dec 2025')
  })

  test('become a file that spreadsheets read and do not run', () => {
    expect(toCsv([['a"b', 'x,y', '=1+1', 2, null]])).toBe(`"a""b","x,y",'=1+1,2,\r\n`)
    const view = readView({ group: 'campaign' }, { today, zone: '+00:00' })
    const lines = toLines(
      'campaign',
      [row({ campaignId: 'c', chatRequests: 2, chats: 1 })],
      undefined,
      new Map([['c', 'Shop']]),
    )
    expect(chatVolumeCsv(view, lines)).toBe('name,requests,answered,missed,refused\r\nShop,2,1,0,0\r\n')
  })
})
