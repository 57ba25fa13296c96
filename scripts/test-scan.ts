import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { AnyOperation } from '../packages/contract/src/index.ts'

/** Tests that go through all operations by themselves; what they ask is generated and named apart. */
const GENERATED = /\/(contract|fuzz|audit|bad-input|architecture|openapi)\.test\.ts$|packages\/client\/test\//
const SKIPPED = new Set(['node_modules', 'dist', '.types', '.types-test'])

/**
 * Which test files call which operations, found in their text: an id in a typed call (`call('agents.list')`), a member
 * of the registry (`api.agents.list`), or the whole path in a request of its own. A call that only a helper makes does not count.
 */
export function scanTests(root: string, operations: readonly AnyOperation[]): Map<string, string[]> {
  const found = new Map<string, string[]>(operations.map(({ id }) => [id, []]))
  for (const file of testFiles(root)) {
    for (const id of calledIn(readFileSync(join(root, file), 'utf8'), operations)) found.get(id)?.push(file)
  }
  return found
}

/** The ids of the operations a test's text calls. */
export function calledIn(text: string, operations: readonly AnyOperation[]): Set<string> {
  const ids = new Set(operations.map(({ id }) => id))
  const literals = [...text.matchAll(/['"`]([a-zA-Z]+\.[a-zA-Z]+)['"`]/g)].map(([, id = '']) => id)
  const members = [...spelledOut(text).matchAll(/\bapi\.([a-zA-Z]+\.[a-zA-Z]+)\b/g)].map(([, id = '']) => id)
  const requests = [...text.matchAll(/(?:fetch\(|\.(?:GET|POST|PUT|DELETE)\(|path = )\s*(['"`])(.+?)\1/g)]
  const paths = requests.flatMap(([, , path = '']) => operationAt(path, operations) ?? [])
  return new Set([...literals, ...members, ...paths].filter((id) => ids.has(id)))
}

/** `const fields = api.campaignFormFields` makes `fields.get` an `api.campaignFormFields.get`. */
function spelledOut(text: string): string {
  const short = [...text.matchAll(/\bconst (\w+) = (api\.\w+)$/gm)]
  return short.reduce(
    (all, [, name, group]) => all.replaceAll(new RegExp(`\\b${name}\\.(?=\\w)`, 'g'), `${group}.`),
    text,
  )
}

/** The only operation at a path; `${…}` stands for the server's address, or for ids. */
function operationAt(literal: string, operations: readonly AnyOperation[]): string | undefined {
  const path = literal.replace(/^\$\{[^}]*\}(?=\/)/, '').replace(/\?.*$/, '')
  if (!path.startsWith('/')) return undefined
  const shape = (text: string) => text.replaceAll(/\$?\{[^}]*\}/g, '*').toLowerCase()
  const there = operations.filter(({ path: own }) => shape(own) === shape(path))
  return there.length === 1 ? there[0]?.id : undefined
}

function testFiles(root: string): string[] {
  const walk = (directory: string): string[] =>
    readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
      const path = join(directory, entry.name)
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(path)
      return /\.test\.tsx?$/.test(entry.name) ? [relative(root, path)] : []
    })
  return ['packages', 'apps', 'bench']
    .flatMap((folder) => walk(join(root, folder)))
    .filter((file) => !GENERATED.test(file))
    .sort()
}
