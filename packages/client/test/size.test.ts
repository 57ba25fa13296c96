import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('a visitor costs a page less than 5 kB, without the schemas of the contract', async () => {
  const entry = fileURLToPath(new URL('../src/visitor.ts', import.meta.url))
  const bundle = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', write: false })
  const [file] = bundle.outputFiles
  if (!file) throw new Error('nothing was built')
  expect(gzipSync(file.contents).length).toBeLessThan(5_000)
})
