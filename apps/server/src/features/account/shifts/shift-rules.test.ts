import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slowTurn } from '../../../../test/slow-turn.ts'
import type { WorkingHoursRow } from '../../../db/schema/index.ts'
import { minutesOf, type StoredShift, shiftPlan } from './shift-plans.ts'
import { nextEdge, nextStart, statusAfter, turnAt } from './shift-rules.ts'

const awayStatuses = new Map([
  ['lunch', 'Lunch'],
  ['off', 'Off duty'],
])
const row = (dayOfWeek: string, startTime: string, endTime: string, awayStatusId: string | null = null) =>
  ({ dayOfWeek, startTime, endTime, awayStatusId }) satisfies WorkingHoursRow

const stored = (change: Partial<StoredShift>): StoredShift => ({
  timeZone: 'UTC',
  ifAutoDetectDayLight: true,
  holidays: [],
  workingHours: [],
  ...change,
})
const plan = (change: Partial<StoredShift>) => shiftPlan(stored(change), { siteTimeZone: 'UTC', awayStatuses })
const at = (text: string) => Date.parse(`${text}Z`)
const statusOf = (change: Partial<StoredShift>, text: string) => turnAt([plan(change)], at(text))?.status
const edges = (change: Partial<StoredShift>, from: string, many: number) => {
  const found: string[] = []
  for (let time = at(from); found.length < many; ) {
    const next = nextEdge([plan(change)], time)
    if (next === undefined) break
    found.push(new Date(next).toISOString().slice(0, 16))
    time = next
  }
  return found
}
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const daily = (from: string, to: string) => WEEK.map((day) => row(day, from, to))

// 2026-11-23 is a Monday
describe('a shift asks for', () => {
  const workingHours = [
    row('monday', '09:00', '12:00', 'lunch'),
    row('monday', '13:00', '17:00', 'off'),
    row('wednesday', '09:00', '17:00'),
  ]

  test.each([
    ['work from the first minute', '2026-11-23T09:00', 'Online'],
    ['work to the last', '2026-11-23T11:59:59', 'Online'],
    ['the status of the hours that are over', '2026-11-23T12:00', 'Lunch'],
    ['work again', '2026-11-23T13:00', 'Online'],
    ['the status of the last hours in the evening', '2026-11-23T17:00', 'Off duty'],
    ['the same on a day without hours', '2026-11-24T10:00', 'Off duty'],
    ['the same before the next hours begin', '2026-11-25T08:59', 'Off duty'],
    ['Away after hours that name no status', '2026-11-25T17:00', 'Away'],
    ['Away until the week begins again', '2026-11-30T08:59', 'Away'],
  ])('%s', (_what, time, status) => {
    expect(statusOf({ workingHours }, time)).toBe(status)
  })

  test('nothing when it has no hours', () => {
    expect(turnAt([plan({ holidays: [{ name: 'New Year', date: '2026-11-23' }] })], at('2026-11-23T10:00'))).toBe(
      undefined,
    )
    expect(turnAt([], 0)).toBe(undefined)
  })

  test('Away when an away status is not known any more', () => {
    expect(statusOf({ workingHours: [row('monday', '09:00', '10:00', 'gone')] }, '2026-11-23T10:00')).toBe('Away')
  })
})

describe('hours', () => {
  test('over midnight belong to the day they begin on', () => {
    const workingHours = [row('monday', '22:00', '06:00', 'off')]
    expect(edges({ workingHours }, '2026-11-23T00:00', 3)).toEqual([
      '2026-11-23T22:00',
      '2026-11-24T06:00',
      '2026-11-30T22:00',
    ])
    expect(statusOf({ workingHours }, '2026-11-24T05:59')).toBe('Online')
    expect(statusOf({ workingHours }, '2026-11-24T06:00')).toBe('Off duty')
    expect(statusOf({ workingHours }, '2026-11-23T05:00')).toBe('Off duty')
  })

  test('to 00:00 last until the day is over, and from 00:00 to 00:00 all day', () => {
    expect(minutesOf({ startTime: '09:00', endTime: '00:00' })).toEqual({ from: 540, to: 1440 })
    expect(minutesOf({ startTime: '00:00', endTime: '00:00' })).toEqual({ from: 0, to: 1440 })
    const always = { workingHours: daily('00:00', '00:00') }
    for (const time of ['2026-11-23T00:00', '2026-11-23T23:59:59', '2026-11-29T12:00'])
      expect(statusOf(always, time)).toBe('Online')
  })

  test('follow the clock of the zone over the year, or its standard time all year', () => {
    const workingHours = daily('09:00', '17:00')
    const zone = { timeZone: 'W. Europe Standard Time', workingHours }
    expect(edges(zone, '2026-07-01T00:00', 2)).toEqual(['2026-07-01T07:00', '2026-07-01T15:00'])
    expect(edges({ ...zone, ifAutoDetectDayLight: null }, '2026-07-01T00:00', 1)).toEqual(['2026-07-01T07:00'])
    expect(edges({ ...zone, ifAutoDetectDayLight: false }, '2026-07-01T00:00', 1)).toEqual(['2026-07-01T08:00'])
    expect(edges({ ...zone, ifAutoDetectDayLight: false }, '2026-01-01T00:00', 1)).toEqual(['2026-01-01T08:00'])
    const south = { timeZone: 'AUS Eastern Standard Time', workingHours, ifAutoDetectDayLight: false }
    expect(edges(south, '2026-01-01T12:00', 1)).toEqual(['2026-01-01T23:00'])
  })

  test('use the zone of the site when the shift has none', () => {
    const own = shiftPlan(stored({ timeZone: null, workingHours: daily('09:00', '17:00') }), {
      siteTimeZone: 'Tokyo Standard Time',
      awayStatuses,
    })
    expect(nextStart([own], at('2026-11-22T12:00'))).toBe(at('2026-11-23T00:00'))
  })

  test('that begin in the hour spring leaves out begin when the clock is put forward', () => {
    // Berlin, 2026-03-29: 02:00 becomes 03:00, which is 01:00 UTC
    const zone = { timeZone: 'W. Europe Standard Time' }
    expect(edges({ ...zone, workingHours: [row('sunday', '02:30', '05:00')] }, '2026-03-28T12:00', 2)).toEqual([
      '2026-03-29T01:00',
      '2026-03-29T03:00',
    ])
    // hours that lie in it altogether do not take place
    expect(edges({ ...zone, workingHours: [row('sunday', '02:10', '02:50')] }, '2026-03-28T12:00', 1)).toEqual([
      '2026-04-05T00:10',
    ])
  })

  test('that begin or end in the hour autumn has twice do so the first time', () => {
    // Berlin, 2026-10-25: 03:00 becomes 02:00, which is 01:00 UTC
    const zone = { timeZone: 'W. Europe Standard Time' }
    expect(edges({ ...zone, workingHours: [row('sunday', '02:30', '05:00')] }, '2026-10-24T12:00', 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-25T04:00',
    ])
    expect(edges({ ...zone, workingHours: [row('sunday', '00:00', '02:30')] }, '2026-10-24T12:00', 2)).toEqual([
      '2026-10-24T22:00',
      '2026-10-25T00:30',
    ])
  })
})

describe('holidays', () => {
  test('are days of the shift’s own zone, on which no hours begin', () => {
    const zone = { timeZone: 'Tokyo Standard Time', workingHours: daily('09:00', '17:00') }
    const holidays = [{ name: 'Labour Thanksgiving', date: '2026-11-23' }]
    expect(edges({ ...zone, holidays }, '2026-11-22T08:00', 1)).toEqual(['2026-11-24T00:00'])
  })

  test('end hours that came over midnight, and take those away that would go over the next', () => {
    const workingHours = daily('22:00', '06:00')
    const holidays = [{ name: 'Closed', date: '2026-11-24' }]
    expect(edges({ workingHours, holidays }, '2026-11-23T12:00', 3)).toEqual([
      '2026-11-23T22:00',
      '2026-11-24T00:00',
      '2026-11-25T22:00',
    ])
  })

  test('have the status of the hours before', () => {
    const workingHours = [row('friday', '09:00', '17:00', 'off'), row('monday', '09:00', '17:00', 'lunch')]
    const holidays = [{ name: 'Closed', date: '2026-11-23' }]
    expect(statusOf({ workingHours, holidays }, '2026-11-23T10:00')).toBe('Off duty')
    expect(statusOf({ workingHours, holidays }, '2026-11-24T10:00')).toBe('Off duty')
  })

  test('may be long: the next hours are found behind two weeks of them', () => {
    const holidays = Array.from({ length: 14 }, (_, day) => ({
      name: 'Summer',
      date: new Date(at('2026-11-23T00:00') + day * 86_400_000).toISOString().slice(0, 10),
    }))
    const shift = plan({ workingHours: daily('09:00', '17:00'), holidays })
    expect(nextStart([shift], at('2026-11-23T10:00'))).toBe(at('2026-12-07T09:00'))
  })
})

describe('several shifts of an agent', () => {
  const early = plan({ workingHours: daily('06:00', '14:00').map((hours) => ({ ...hours, awayStatusId: 'lunch' })) })
  const late = plan({ workingHours: daily('13:00', '18:00').map((hours) => ({ ...hours, awayStatusId: 'off' })) })

  test.each([
    ['2026-11-23T07:00', 'Online'],
    ['2026-11-23T15:00', 'Online'],
    ['2026-11-23T18:00', 'Off duty'],
    ['2026-11-23T05:59', 'Off duty'],
  ])('add up, and the hours that ended last say the status (%s: %s)', (time, status) => {
    expect(turnAt([early, late], at(time))?.status).toBe(status)
    expect(turnAt([late, early], at(time))?.status).toBe(status)
  })

  test('that end together: the hours that began last say it, then the first shift', () => {
    const half = plan({ workingHours: daily('12:00', '18:00').map((hours) => ({ ...hours, awayStatusId: 'lunch' })) })
    expect(turnAt([half, late], at('2026-11-23T18:00'))?.status).toBe('Off duty')
    const same = plan({ workingHours: daily('13:00', '18:00') })
    expect(turnAt([late, same], at('2026-11-23T18:00'))?.status).toBe('Off duty')
    expect(turnAt([same, late], at('2026-11-23T18:00'))?.status).toBe('Away')
  })
})

describe('the status of an agent whose shifts ask for', () => {
  test.each([
    ['the same as before stays', 'Lunch', 'Online', 'Online', 'Lunch'],
    ['being away becomes that', 'Online', 'Online', 'Away', 'Away'],
    ['being away becomes that, from whatever it was', 'Lunch', undefined, 'Off duty', 'Off duty'],
    ['work becomes Online', 'Off duty', 'Off duty', 'Online', 'Online'],
    ['work stays when the shift is new', 'Lunch', undefined, 'Online', 'Lunch'],
    ['nothing any more becomes Online when they took it', 'Off duty', 'Off duty', undefined, 'Online'],
    ['nothing any more stays when the agent chose it', 'Lunch', 'Off duty', undefined, 'Lunch'],
    ['nothing any more stays while they worked', 'Lunch', 'Online', undefined, 'Lunch'],
  ])('%s', (_what, status, before, now, after) => {
    expect(statusAfter(status, before, now)).toBe(after)
  })
})

describe('compared with a clock that is read all the time', () => {
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const two = (value: number) => String(value).padStart(2, '0')
    return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
  })
  const hours = fc
    .record({
      dayOfWeek: fc.constantFrom(...WEEK),
      startTime: time,
      endTime: time,
      awayStatusId: fc.constantFrom(null, 'lunch', 'off'),
    })
    .filter(({ startTime, endTime }) => startTime !== endTime || startTime === '00:00')
  // days on which clocks change somewhere, and a usual one
  const day = fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-11-23')
  const near = fc.integer({ min: -2, max: 2 })
  const dateNear = (date: string, days: number) =>
    new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
  const zone = fc.constantFrom(
    'W. Europe Standard Time',
    'Pacific Standard Time',
    'AUS Eastern Standard Time',
    'Azores Standard Time',
    'India Standard Time',
    'UTC',
  )

  test('a shift asks for the same, and changes only at its edges', () => {
    fc.assert(
      fc.property(
        fc.record({
          timeZone: zone,
          ifAutoDetectDayLight: fc.boolean(),
          workingHours: fc.array(hours, { minLength: 1, maxLength: 6 }),
          days: fc.array(near, { maxLength: 2 }),
          date: day,
          minute: fc.integer({ min: -1440, max: 2 * 1440 }),
        }),
        ({ days, date, minute, ...rest }) => {
          const shift = stored({ ...rest, holidays: days.map((one) => ({ name: 'x', date: dateNear(date, one) })) })
          const mine = shiftPlan(shift, { siteTimeZone: 'UTC', awayStatuses })
          const moment = Date.parse(date) + minute * 60_000
          const expected = slowTurn(shift, awayStatuses, moment)
          expect(turnAt([mine], moment)).toEqual(expected)
          const edge = nextEdge([mine], moment)
          if (edge !== undefined) expect(turnAt([mine], edge - 1)).toEqual(expected)
        },
      ),
      { numRuns: 150 },
    )
  })
})
