import { describe, expect, test } from 'vitest'
import { addressesIn, readRange } from './ip-ranges.ts'

describe('readRange', () => {
  test.each([
    [' 10.0.0.1', '10.0.0.255 ', { ipFrom: '10.0.0.1', ipTo: '10.0.0.255' }],
    ['::ffff:10.0.0.1', '10.0.0.1', { ipFrom: '10.0.0.1', ipTo: '10.0.0.1' }],
    ['2001:db8::1', '2001:db8::ffff', { ipFrom: '2001:db8::1', ipTo: '2001:db8::ffff' }],
  ])('takes %s to %s', (from, to, range) => {
    expect(readRange(from, to)).toEqual(range)
  })

  test.each([
    ['999.1.1.1', '10.0.0.1', 'ipFrom'],
    ['10.0.0.1', 'example.com', 'ipTo'],
    ['10.0.0.2', '10.0.0.1', 'ipTo'],
    ['2001:db8::2', '2001:db8::1', 'ipTo'],
    ['10.0.0.1', '2001:db8::1', 'ipTo'],
    ['10.0.0.0/8', '10.0.0.1', 'ipFrom'],
  ])('refuses %s to %s', (from, to, parameter) => {
    expect(() => readRange(from, to)).toThrow(`'${parameter}'`)
  })
})

describe('addressesIn', () => {
  const isIn = addressesIn([
    { ipFrom: '10.0.0.9', ipTo: '10.0.1.0' },
    { ipFrom: '2001:db8::1', ipTo: '2001:db8::ff' },
  ])

  test.each(['10.0.0.9', '10.0.0.100', '10.0.1.0', '::ffff:10.0.0.10', '2001:db8::a', '2001:DB8:0::ff'])(
    '%s',
    (address) => {
      expect(isIn(address)).toBe(true)
    },
  )

  test.each(['10.0.0.8', '10.0.1.1', '2001:db8::100', '::1', '127.0.0.1', '', 'unknown'])('not %j', (address) => {
    expect(isIn(address)).toBe(false)
  })

  test('the machine itself is one, whichever family it uses', () => {
    const local = addressesIn([{ ipFrom: '127.0.0.0', ipTo: '127.0.0.255' }])
    expect([local('::1'), local('127.0.0.1')]).toEqual([true, true])
  })
})
