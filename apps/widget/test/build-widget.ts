import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..')
const VITE = join(fileURLToPath(import.meta.resolve('vite/package.json')), '../bin/vite.js')

/** Builds app and loader as they are shipped, into a directory of its own, and answers its path. */
export async function buildWidget(): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'parley-widget-'))
  await Promise.all([build('vite.config.ts', join(dist, 'app')), build('vite.loader.config.ts', dist)])
  return dist
}

// In a process of its own: under a test runner Vite would build for development
async function build(config: string, outDir: string): Promise<void> {
  const args = [VITE, 'build', '--config', config, '--outDir', outDir, '--logLevel', 'warn']
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } })
}
