import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWidget } from './build-widget.ts'

const LOADER_BYTES = 3_000
const APP_BYTES = 20_000

let dist: string

beforeAll(async () => {
  dist = await buildWidget()
})
afterAll(() => rm(dist, { recursive: true }))

test('the loader costs a page less than 3 kB', async () => {
  const size = await zipped(join(dist, 'loader.js'))
  process.stdout.write(`loader: ${size} bytes gzipped of ${LOADER_BYTES}\n`)
  expect(size).toBeLessThan(LOADER_BYTES)
})

test('the app, scripts and styles together, stays within 20 kB', async () => {
  const assets = join(dist, 'app/assets')
  const files = await readdir(assets)
  const sizes = await Promise.all(files.map((file) => zipped(join(assets, file))))
  const size = sizes.reduce((sum, one) => sum + one, 0)
  process.stdout.write(`app: ${size} bytes gzipped of ${APP_BYTES} (${files.join(', ')})\n`)
  expect(size).toBeLessThanOrEqual(APP_BYTES)
})

async function zipped(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).length
}
