import { expect, test } from 'vitest'
import { readDate, readDateTime } from './times.ts'

test.each([
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['2026-01-31T09:30', '2026-01-31T09:30:00.000Z'],
  ['2026-01-31T09:30:00.1234567+02:00', '2026-01-31T07:30:00.123Z'],
  ['0001-01-01T00:00:00', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.999Z'],
])('%s is a time', (text, iso) => {
  expect(readDateTime(text)).toBe(iso)
})

// the database would refuse these years, or JavaScript write them with more digits
test.each(['0000-01-01', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00', '2026-02-30', '2026-01-31T25:00'])(
  '%s is none',
  (text) => {
    expect(readDateTime(text)).toBeUndefined()
  },
)

test('days keep to the same years', () => {
  expect(readDate('0001-01-01')).toBe('0001-01-01')
  expect(readDate('0000-12-31')).toBeUndefined()
})
