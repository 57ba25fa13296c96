import { describe, expect, test } from 'vitest'
import { compare } from '../src/replaying/compare.ts'
import type { Turn } from '../src/replaying/dialogues.ts'
import { Latencies } from '../src/shared/latencies.ts'

const said: Turn[] = [
  ['visitor', 'Hello'],
  ['agent', 'Yes'],
  ['visitor', 'Order 5'],
  ['agent', 'Yes'],
]
const [hello, yes, order] = said as [Turn, Turn, Turn, Turn]

describe('a transcript is held against what was said', () => {
  test('the same is faultless, repeated texts included', () => {
    expect(compare(said, [...said])).toEqual({ lost: 0, doubled: 0, reordered: 0 })
  })
  test('a missing message is lost', () => {
    expect(compare(said, [hello, yes, yes])).toEqual({ lost: 1, doubled: 0, reordered: 0 })
    expect(compare(said, [])).toEqual({ lost: 4, doubled: 0, reordered: 0 })
  })
  test('a message too often is doubled', () => {
    expect(compare(said, [...said, order])).toEqual({ lost: 0, doubled: 1, reordered: 0 })
  })
  test('a changed message is both', () => {
    expect(compare(said, [hello, yes, ['visitor', 'Order 6'], yes])).toEqual({ lost: 1, doubled: 1, reordered: 0 })
    expect(compare(said, [hello, yes, ['agent', 'Order 5'], yes])).toEqual({ lost: 1, doubled: 1, reordered: 0 })
  })
  test('a message in the wrong place is reordered', () => {
    expect(compare(said, [hello, order, yes, yes])).toEqual({ lost: 0, doubled: 0, reordered: 1 })
  })
})

test('percentiles', () => {
  const latencies = new Latencies()
  for (let i = 100; i >= 1; i--) latencies.add(i)
  expect([latencies.percentile(50), latencies.percentile(99), latencies.count]).toEqual([51, 100, 100])
  expect(new Latencies().percentile(50)).toBeNaN()
})
