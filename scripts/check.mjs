// npm run check: format, lint, types, architecture and stale artefacts; stops at the first that fails.
import { capture, ensureModules, fail, node24 } from './setup.mjs'

ensureModules()
const steps = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--colors=off'],
  ['types', 'node_modules/typescript/bin/tsc', '-b'],
  ['architecture', 'node_modules/vitest/vitest.mjs', 'run', 'apps/server/test/architecture.test.ts'],
  ['generated files', 'scripts/generate.ts', '--check'],
]
for (const [name, ...args] of steps) {
  const startedAt = performance.now()
  const { code, output } = await capture(node24(), args)
  if (code !== 0) fail(`${output}\n✗ ${name}`)
  console.log(`✓ ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
}
