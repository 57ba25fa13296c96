import { expect, test } from 'vitest'
import { statementNames } from './named-statements.ts'

const often = (nameOf: (text: string) => string | undefined, text: string) => {
  for (let i = 0; i < 10; i++) nameOf(text)
  return nameOf(text)
}

test('a statement that comes often has one name of its own', () => {
  const nameOf = statementNames()
  expect(nameOf('select 1')).toBeUndefined()
  const name = often(nameOf, 'select 1')
  expect(name).toMatch(/^s\d+$/)
  expect(often(nameOf, 'select 2')).not.toBe(name)
  expect(nameOf('select 1')).toBe(name)
})

test('statements that differ every time get none, and names come to an end', () => {
  const nameOf = statementNames()
  for (let i = 0; i < 10_000; i++) expect(nameOf(`select ${i}`)).toBeUndefined()
  const names = new Set(Array.from({ length: 1000 }, (_, i) => often(nameOf, `select often ${i}`)))
  names.delete(undefined)
  expect(names.size).toBe(400)
})
