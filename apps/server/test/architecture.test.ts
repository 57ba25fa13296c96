import { describe, expect, test } from 'vitest'
import { routes } from './architecture/feature-routes.ts'
import { findBroken, rules, type SourceFile } from './architecture/rules.ts'
import { importsOf, sourceFiles } from './architecture/source-files.ts'

/** Lines a file may have; generated code, migrations and tables of data apart. */
const LONGEST_FILE = 400
const DATA = /common\/time-zones\.ts$|common\/permissions\.ts$/

const files = sourceFiles()

describe('layers', () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
    expect(findBroken(rule, files)).toEqual([])
  })

  test('a planted violation is found by every rule', () => {
    for (const rule of rules) {
      const planted: SourceFile = {
        path: rule.planted.path,
        text: rule.planted.text,
        imports: importsOf(rule.planted.path, rule.planted.text),
      }
      expect(findBroken(rule, [planted]), rule.name).not.toEqual([])
    }
  })
})

test('no file is longer than it should be', () => {
  const long = files.filter(({ path, text }) => !DATA.test(path) && text.split('\n').length > LONGEST_FILE)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('imports between files make no cycle', () => {
  expect(findCycle(files)).toBeUndefined()
})

test('a planted cycle is found', () => {
  const file = (path: string, imports: string[]) => ({ path, text: '', imports })
  expect(findCycle([file('a.ts', ['b.ts']), file('b.ts', ['c.ts']), file('c.ts', ['a.ts'])])).toEqual([
    'a.ts',
    'b.ts',
    'c.ts',
    'a.ts',
  ])
})

test('every file of routes is in the list of features', () => {
  expect(routes.missing(files)).toEqual([])
})

/** The first cycle of runtime imports, as the path that leads back to its start. */
function findCycle(all: readonly SourceFile[]): string[] | undefined {
  const graph = new Map(all.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): string[] | undefined => {
    const seen = trail.indexOf(path)
    if (seen >= 0) return [...trail.slice(seen), path]
    if (done.has(path)) return undefined
    for (const next of graph.get(path) ?? []) {
      const cycle = graph.has(next) ? walk(next, [...trail, path]) : undefined
      if (cycle) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of graph.keys()) {
    const cycle = walk(path, [])
    if (cycle) return cycle
  }
  return undefined
}
