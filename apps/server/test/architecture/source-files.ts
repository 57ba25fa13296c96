import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from './rules.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const SKIPPED = new Set(['node_modules', 'dist', '.types', '.types-test', 'migrations', 'data'])

/** Every source file of packages and apps, with what it imports. Paths are relative to the repository. */
export function sourceFiles(): SourceFile[] {
  return ['packages', 'apps']
    .flatMap((top) => filesBelow(join(root, top)))
    .map((absolute) => {
      const path = relative(root, absolute)
      const text = readFileSync(absolute, 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

const IMPORT = /^\s*(?:import|export)\s+(?!type\s)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm

/** What a file imports at run time: packages by name, own files by path. Types do not count: they leave no trace. */
export function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, target = '']) =>
    target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
  )
}
