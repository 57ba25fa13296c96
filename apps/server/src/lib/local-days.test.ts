import { timeZones } from '@parley/contract'
import { describe, expect, test } from 'vitest'
import { ianaZone, localDay } from './local-days.ts'

const day = (moment: string, zone: string) => {
  const { from, to } = localDay(new Date(moment), zone)
  return [from.toISOString(), to.toISOString()]
}

test('every time zone of the API has an IANA name', () => {
  const unknown = timeZones.filter(({ id }) => id !== 'UTC' && ianaZone(id) === 'UTC')
  expect(unknown).toEqual([])
})

describe('the day of a moment', () => {
  test('is the UTC day in UTC', () => {
    expect(day('2026-03-04T23:59:59.999Z', 'UTC')).toEqual(['2026-03-04T00:00:00.000Z', '2026-03-05T00:00:00.000Z'])
  })

  test('begins earlier east of Greenwich and later west of it', () => {
    expect(day('2026-01-31T16:00:00Z', 'Tokyo Standard Time')).toEqual([
      '2026-01-31T15:00:00.000Z',
      '2026-02-01T15:00:00.000Z',
    ])
    expect(day('2026-01-01T04:00:00Z', 'Eastern Standard Time')).toEqual([
      '2025-12-31T05:00:00.000Z',
      '2026-01-01T05:00:00.000Z',
    ])
  })

  test('has 23 or 25 hours when the clocks change', () => {
    expect(day('2026-03-29T12:00:00Z', 'Romance Standard Time')).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ])
    expect(day('2026-10-25T12:00:00Z', 'Romance Standard Time')).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ])
  })

  test('works with offsets of quarters of an hour', () => {
    expect(day('2026-05-05T18:20:00Z', 'Nepal Standard Time')).toEqual([
      '2026-05-05T18:15:00.000Z',
      '2026-05-06T18:15:00.000Z',
    ])
  })
})
