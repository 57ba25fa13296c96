import { expect, test } from 'vitest'
import { shiftNote } from '../src/app/shell/shift-note.ts'
import { clockTime, dayName } from '../src/lib/time.ts'

const now = new Date(2026, 10, 23, 7, 0).getTime()
const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
const note = (hours: number) => shiftNote({ isWorking: false, startsTime: inHours(hours) }, now)

test('an agent outside the hours of the shift reads when they begin', () => {
  expect(note(2)).toBe(`Your shift starts at ${clockTime(inHours(2))}`)
  expect(note(26)).toBe(`Your shift starts tomorrow at ${clockTime(inHours(26))}`)
  expect(note(74)).toBe(`Your shift starts on ${dayName(inHours(74), now)} at ${clockTime(inHours(74))}`)
  expect(shiftNote({ isWorking: false, startsTime: null }, now)).toBe('Outside the hours of your shift')
})

test('nobody else reads anything', () => {
  expect(shiftNote(null, now)).toBe('')
  expect(shiftNote({ isWorking: true, startsTime: null }, now)).toBe('')
})
