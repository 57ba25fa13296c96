import { readLogicalExpression } from '@parley/contract'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../../db/db.ts'
import { type Conditional, checkConditions } from './check-conditions.ts'

/** None of these conditions names anything in the database. */
const nothing = {} as Db
const page = (order?: number) => ({ field: 'CurrentPageURL', operator: 'contains', value: '/cart', order })
const check = (given: Conditional) => checkConditions(nothing, 1, given)

describe('conditions', () => {
  test('get the next free place where none is given', async () => {
    const checked = await check({ conditions: [page(), page(4), page()] })
    expect(checked.map(({ order }) => order)).toEqual([5, 4, 6])
  })

  test('hold time zones in the spelling of the list', async () => {
    const [checked] = await check({ conditions: [{ field: 'TimeZone', operator: 'is', value: 'tokyo standard time' }] })
    expect(checked?.value).toBe('Tokyo Standard Time')
  })

  test.each([
    [{ field: 'City', operator: 'contains', value: 'Rome' }, 'operator'],
    [{ field: 'Numberofvisits', operator: 'isNot', value: '3' }, 'operator'],
    [{ field: 'Numberofvisits', operator: 'isNotMoreThan', value: 'many' }, 'value'],
    [{ field: 'TimeZone', operator: 'is', value: 'Nowhere' }, 'value'],
    [{ field: 'Segmentation', operator: 'is', value: 'regulars' }, 'value'],
    [{ field: 'Language', operator: 'is', value: '  ' }, 'value'],
    [{ field: 'LandingPageURL', operator: 'regularExpression', value: '(' }, 'value'],
    [{ field: 'LandingPageURL', operator: 'regularExpression', value: '(a)\\1' }, 'value'],
    [{ field: 'LandingPageURL', operator: 'regularExpression', value: '(?<=a)b' }, 'value'],
  ])('refuses %j', async (condition, wrong) => {
    await expect(check({ conditions: [page(), condition] })).rejects.toThrow(`'conditions[1].${wrong}'`)
  })

  test('are at most 100', async () => {
    expect(await check({ conditions: Array.from({ length: 100 }, () => page()) })).toHaveLength(100)
    await expect(check({ conditions: Array.from({ length: 101 }, () => page()) })).rejects.toThrow("'conditions'")
  })

  test('says why a pattern is none', async () => {
    const condition = { field: 'LandingPageURL', operator: 'regularExpression', value: '/shop/(sale' }
    await expect(check({ conditions: [condition] })).rejects.toThrow('missing closing )')
  })

  test.each(['/shop/[a-z]+', '^https?://', '\\d{2,3}(?:x|y)?', 'a\\\\1'])('takes the pattern %s', async (value) => {
    const condition = { field: 'LandingPageURL', operator: 'regularExpression', value }
    expect(await check({ conditions: [condition] })).toHaveLength(1)
  })
})

describe('logical expressions', () => {
  const conditions = [page(1), page(2), page(3)]
  const met = (logicalExpression: string | null) =>
    check({ conditionMetType: 'logicalExpression', logicalExpression, conditions })

  test.each(['1', '1 and (2 or 3)', '((1))or 2 AND 3', '(1 or 2)and(2 or 3)'])('%s is one', async (text) => {
    expect(await met(text)).toHaveLength(3)
  })

  test.each(['', ' ', null, '1 and', 'and 1', '1 2', '(1', '1)', '()', '1 xor 2', '1 or 4', '1and2', '(('.repeat(999)])(
    '%j is none',
    async (text) => {
      await expect(met(text)).rejects.toThrow("'logicalExpression'")
    },
  )

  test('bind and more tightly than or', () => {
    expect(readLogicalExpression('1 or 2 and 3')).toEqual({
      any: [{ order: 1 }, { all: [{ order: 2 }, { order: 3 }] }],
    })
  })

  test('have no effect and no rule when conditions are met in another way', async () => {
    expect(await check({ conditionMetType: 'all', logicalExpression: 'nonsense', conditions })).toHaveLength(3)
  })

  test('need orders that tell conditions apart', async () => {
    const twice = { conditionMetType: 'logicalExpression', logicalExpression: '1', conditions: [page(1), page(1)] }
    await expect(check(twice)).rejects.toThrow('ambiguous')
  })
})
