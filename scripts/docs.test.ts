import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git', 'screenshots'])
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Every Markdown file, relative to the repository. */
function documents(directory = ''): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : documents(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

const code = /```[\s\S]*?```/g
const link = /\]\((?!https?:)([^)#\s]+)/g
/** A file of the repository in backticks, by its whole path and without placeholders. */
const file = /`((?:apps|packages|bench|scripts|deploy|docs)\/[\w./-]+\.\w+)`/g
const variable = /\b(?:PARLEY_[A-Z_]+|PORT|HOST|DATABASE_URL|REDIS_URL)\b/g

describe.each(documents())('%s', (path) => {
  const prose = read(path).replaceAll(code, '')

  test('links to what is there', () => {
    const missing = [...prose.matchAll(link)].map(([, to = '']) => to)
    expect(missing.filter((to) => !existsSync(join(root, dirname(path), to)))).toEqual([])
  })

  test('names files that are there', () => {
    const named = [...prose.matchAll(file)].map(([, to = '']) => to)
    expect(named.filter((to) => !existsSync(join(root, to)) && !existsSync(join(root, dirname(path), to)))).toEqual([])
  })
})

test("the README's table has every setting, and no other", () => {
  const rows = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const documented = rows.flatMap((line) => line.split('|')[1]?.match(variable) ?? [])
  const known = read('apps/server/src/config.ts').match(variable) ?? []
  expect([...new Set(documented)].sort()).toEqual([...new Set(known)].sort())
})
