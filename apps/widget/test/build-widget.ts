import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')

/** Builds app and loader into a directory of its own and answers its path. */
export async function buildWidget(): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'parley-widget-'))
  const common = { mode: 'production', logLevel: 'error' } as const
  await build({ ...common, configFile: join(ROOT, 'vite.config.ts'), build: { outDir: join(dist, 'app') } })
  await build({ ...common, configFile: join(ROOT, 'vite.loader.config.ts'), build: { outDir: dist } })
  return dist
}
