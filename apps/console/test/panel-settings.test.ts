import { describe, expect, test } from 'vitest'
import { checkRange, countWords, readNetwork } from '../src/panel/bans/ip-range.ts'
import { actionWith, routeOf, targetOf, targetOfAction } from '../src/panel/campaigns/routing/targets.ts'
import { programName } from '../src/panel/secure-forms/secure-form-fields.ts'
import { checkExpression } from '../src/panel/ui/conditions/expression-check.ts'
import { isPatternIn, patternProblem } from '../src/panel/ui/pattern-problem.ts'
import { inOrder, movedTo, orderChanges, withSequence } from '../src/panel/ui/reorder/order.ts'

describe('a range of addresses', () => {
  test.each([
    ['198.51.100.0', '198.51.100.255', 256n],
    ['203.0.113.7', '203.0.113.7', 1n],
    ['2001:db8::1', '2001:db8::ffff', 65_535n],
    ['::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 2n ** 128n],
    ['::ffff:1.2.3.4', '::ffff:1.2.3.5', 2n],
  ])('from %s to %s holds %s addresses', (from, to, count) => {
    expect(checkRange(from, to)).toEqual({ count })
  })

  test.each([
    ['198.51.100.9', '198.51.100.2', 'The end comes before'],
    ['198.51.100.9', '2001:db8::1', 'Both have to be'],
    ['198.51.100', '198.51.100.2', 'The beginning is not'],
    ['198.51.100.1', '198.51.100.256', 'The end is not'],
    ['1::2::3', '::1', 'The beginning is not'],
    ['1:2:3:4:5:6:7', '::1', 'The beginning is not'],
  ])('from %s to %s is none', (from, to, problem) => {
    expect(checkRange(from, to)).toEqual({ problem: expect.stringContaining(problem) })
  })

  test('says nothing while an end is missing', () => {
    expect(checkRange('198.51.100.0', ' ')).toBeUndefined()
  })

  test('is read from the name of a network', () => {
    expect(readNetwork('198.51.100.77/24')).toEqual({ from: '198.51.100.0', to: '198.51.100.255' })
    expect(readNetwork('10.0.0.1/32')).toEqual({ from: '10.0.0.1', to: '10.0.0.1' })
    expect(readNetwork('2001:db8::/112')).toEqual({ from: '2001:db8:0:0:0:0:0:0', to: '2001:db8:0:0:0:0:0:ffff' })
    for (const text of ['198.51.100.0', '198.51.100.0/33', 'shop/24', '/24']) expect(readNetwork(text)).toBeUndefined()
  })

  test('is counted in words', () => {
    expect([countWords(1n), countWords(65_536n), countWords(2n ** 64n)]).toEqual([
      'One address',
      '65,536 addresses',
      'About 2 to the power of 64 addresses',
    ])
  })
})

describe('an expression over conditions', () => {
  const conditions = [
    { field: 'Numberofvisits', operator: 'isMoreThan', value: '3', order: 1 },
    { field: 'City', operator: 'is', value: 'Oslo', order: 2 },
    { field: 'Segmentation', operator: 'is', value: 'an-id', order: 4 },
  ] as const

  test('is put into words, with the names of segments', () => {
    expect(checkExpression('1 and (2 or 4)', conditions, () => 'Regulars')).toEqual({
      kind: 'right',
      sentence: 'Number of visits is more than “3” and (City is “Oslo” or Segment is “Regulars”)',
      unused: [],
    })
  })

  test('names the conditions it does not use', () => {
    expect(checkExpression('2', conditions)).toMatchObject({ unused: [1, 4] })
  })

  test.each([
    ['1 and', 'Put and, or and parentheses'],
    ['1 or 3', 'There is no condition 3.'],
  ])('%s is told what is wrong', (text, problem) => {
    expect(checkExpression(text, conditions)).toEqual({ kind: 'wrong', problem: expect.stringContaining(problem) })
  })

  test('is nothing while nothing is typed', () => {
    expect(checkExpression('  ', conditions)).toEqual({ kind: 'empty' })
  })
})

describe('a pattern', () => {
  test.each(['(', '[0-9', '*a', '(?=a)', '(?<!a)b', '(a)\\1'])('%s is told what is wrong', (pattern) => {
    expect(patternProblem(pattern)).toEqual(expect.any(String))
  })

  test.each(['/shop/[0-9]+$', '^https?://', 'a\\\\1', '(?:x|y)'])('%s is fine', (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined()
  })

  test('cares for capital letters when it is told to', () => {
    expect([isPatternIn('^paid', 'PAID', false), isPatternIn('^paid', 'PAID', true)]).toEqual([true, false])
  })
})

describe('an order', () => {
  const row = (id: string, order: number | null) => ({ id, order })

  test('moves one row and keeps the others in sequence', () => {
    expect(movedTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
    expect(movedTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
  })

  test('of a narrowed list leaves the rows in place that it does not show', () => {
    expect(withSequence(['a', 'x', 'b', 'y'], ['b', 'a'])).toEqual(['b', 'x', 'a', 'y'])
  })

  test('keeps rows that came in between at the end, and forgets those that went', () => {
    expect(inOrder([row('a', 1), row('b', 2), row('n', 3)], ['b', 'gone', 'a'])).toEqual([
      row('b', 2),
      row('a', 1),
      row('n', 3),
    ])
  })

  test('saves only the rows whose place is another', () => {
    const rows = [row('a', 1), row('c', 3), row('b', 2), row('d', null)]
    expect(orderChanges(rows).map(({ row: { id }, order }) => [id, order])).toEqual([
      ['c', 2],
      ['b', 3],
      ['d', 4],
    ])
  })
})

test('a label makes a name for programs', () => {
  expect(['Card number', 'Größe (cm)', '  ', 'E-mail'].map(programName)).toEqual(['cardNumber', 'großeCm', '', 'eMail'])
})

test('routing keeps whom it names, and nobody where it names none', () => {
  expect(routeOf(targetOf('agent', '7'))).toEqual({ routeTo: 'agent', routeToId: '7' })
  expect(routeOf(targetOf(null, null))).toEqual({ routeTo: null, routeToId: null })
  const otherwise = { actionWhenNoRuleMatched: 'redirectToOfflineMessage', routeToIdWhenNoRuleMatched: null }
  expect(actionWith(targetOfAction('redirectToOfflineMessage', 'x'))).toEqual(otherwise)
})
