import { describe, expect, test } from 'vitest'
import type { Conditional } from '../../settings/conditions/check-conditions.ts'
import { areMet } from './conditions-rules.ts'
import { segmentsOf } from './segments-rules.ts'
import type { PlainFacts } from './visitor-facts.ts'

const facts: PlainFacts = {
  CurrentPageURL: 'https://shop.example/Cart?step=2',
  ReferringPageURL: null,
  ChatRequestingPageURL: null,
  LandingPageURL: 'https://shop.example/',
  SearchEngine: 'Google',
  SearchKeywords: 'green tea',
  Numberofvisits: 3,
  Numberofchats: 0,
  'Country/Region': null,
  'State/Province': null,
  City: null,
  TimeZone: 'W. Europe Standard Time',
  Language: 'de-AT',
}
const known = { ...facts, Segmentation: new Set(['regulars']) }
const met = (field: string, operator: string, value: string) =>
  areMet({ conditions: [{ field, operator, value }] }, known)

describe('a condition', () => {
  test.each([
    ['CurrentPageURL', 'contains', '/cart'],
    ['CurrentPageURL', 'is', ' HTTPS://shop.example/cart?STEP=2 '],
    ['CurrentPageURL', 'regularExpression', '/cart\\?step=\\d$'],
    ['SearchKeywords', 'doesNotContain', 'coffee'],
    ['Numberofvisits', 'is', '3'],
    ['Numberofvisits', 'isMoreThan', '2'],
    ['Numberofvisits', 'isNotMoreThan', '3'],
    ['Numberofvisits', 'isNotLessThan', '3'],
    ['Numberofchats', 'isLessThan', '1'],
    ['TimeZone', 'is', 'W. Europe Standard Time'],
    ['Language', 'is', 'de'],
    ['Language', 'is', 'German'],
    ['Language', 'is', 'de_at'],
    ['Language', 'isNot', 'English'],
    ['Segmentation', 'is', 'regulars'],
    ['Segmentation', 'isNot', 'others'],
    ['City', 'isNot', 'Rome'],
    ['ReferringPageURL', 'doesNotContain', 'ads'],
  ])('%s %s %j holds', (field, operator, value) => {
    expect(met(field, operator, value)).toBe(true)
  })

  test.each([
    ['CurrentPageURL', 'is', 'https://shop.example/'],
    ['CurrentPageURL', 'regularExpression', '^/cart'],
    ['CurrentPageURL', 'regularExpression', '('],
    ['SearchKeywords', 'doesNotContain', 'TEA'],
    ['Numberofvisits', 'isLessThan', '3'],
    ['Numberofvisits', 'isNotLessThan', '4'],
    ['Language', 'isNot', 'German'],
    ['Language', 'is', 'd'],
    ['Segmentation', 'is', 'others'],
    ['Segmentation', 'isNot', 'regulars'],
    ['City', 'is', 'Rome'],
    ['ReferringPageURL', 'contains', 'ads'],
  ])('%s %s %j does not', (field, operator, value) => {
    expect(met(field, operator, value)).toBe(false)
  })

  test('costs no more than its text is long, whatever the pattern', () => {
    const long = { ...known, CurrentPageURL: 'a'.repeat(2_000) }
    const value = '^(a+)+$b'
    const conditions = [{ field: 'CurrentPageURL', operator: 'regularExpression', value }]
    expect(areMet({ conditions }, long)).toBe(false)
  })
})

describe('conditions together', () => {
  const yes = { field: 'Numberofvisits', operator: 'is', value: '3' }
  const no = { field: 'Numberofvisits', operator: 'is', value: '4' }
  const together = (given: Conditional) => areMet(given, known)

  test.each([
    ['all', [yes, yes], true],
    ['all', [yes, no], false],
    ['any', [no, yes], true],
    ['any', [no, no], false],
    ['all', [], true],
    ['any', [], true],
  ])('%s of %j: %s', (conditionMetType, conditions, expected) => {
    expect(together({ conditionMetType, conditions })).toBe(expected)
  })

  test.each([
    ['1 and (2 or 3)', true],
    ['2 or 3 and 2', false],
    ['(1 or 2) and 2', false],
    ['3', true],
  ])('%s: %s', (logicalExpression, expected) => {
    const conditions = [
      { ...yes, order: 1 },
      { ...no, order: 2 },
      { ...yes, order: 3 },
    ]
    expect(together({ conditionMetType: 'logicalExpression', logicalExpression, conditions })).toBe(expected)
  })
})

describe('segments', () => {
  const about = (id: string, operator = 'is') => ({ field: 'Segmentation', operator, value: id })
  const visits = (operator: string, value: string) => ({ field: 'Numberofvisits', operator, value })

  test('may ask for each other in any order', () => {
    const segments = [
      { id: 'a', conditions: [about('b')] },
      { id: 'b', conditions: [visits('isMoreThan', '1')] },
      { id: 'c', conditions: [about('b', 'isNot')] },
    ]
    expect(segmentsOf(segments, facts)).toEqual(['a', 'b'])
  })

  test('that ask for each other in a circle hold nobody, and end', () => {
    const segments = [
      { id: 'a', conditions: [about('b')] },
      { id: 'b', conditions: [about('a')] },
      { id: 'gone', conditions: [about('deleted')] },
    ]
    expect(segmentsOf(segments, facts)).toEqual([])
  })

  test.each([[['a', 'b', 'c']], [['c', 'b', 'a']]])(
    'that ask in a circle not to be in each other hold nobody either, whatever their order: %j',
    (order) => {
      const segments = [
        { id: 'a', conditions: [about('b')] },
        { id: 'b', conditions: [about('a', 'isNot')] },
        { id: 'c', conditions: [about('b', 'isNot')] },
      ]
      const inOrder = order.flatMap((id) => segments.filter((segment) => segment.id === id))
      expect(segmentsOf(inOrder, facts)).toEqual(['c'])
    },
  )
})
