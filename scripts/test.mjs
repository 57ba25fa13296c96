// npm test: all the set-up, then every test; arguments go to vitest.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { runNode24 } from './run.mjs'
import { ensureBuilds, ensureModules } from './setup.mjs'

const filters = process.argv.slice(2)
ensureModules()
await ensureBuilds()
const chromium = await ensureChromium()

const scratch = mkdtempSync(join(tmpdir(), 'parley-test-'))
const results = join(scratch, 'results.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
const code = await runNode24(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters], {
  env: { ...process.env, ...(chromium ? { CHROMIUM: chromium } : { PARLEY_SKIP_BROWSER_TESTS: '1' }) },
})
const { passed, failed } = count()
rmSync(scratch, { recursive: true })
// A whole run without the browser tests is not a passed one.
const skippedBrowser = !chromium && filters.length === 0
if (skippedBrowser) console.log('The browser tests did not run: there is no Chromium.')
console.log(`${passed} passed, ${skippedBrowser ? failed + 1 : failed} failed`)
process.exit(code !== 0 ? code : failed > 0 || skippedBrowser ? 1 : 0)

/** A file that fails without a failed test of its own (it does not load, say) counts as one failure. */
function count() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
    const isBroken = (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
    const broken = testResults.filter(isBroken).length
    const failed = numFailedTests + broken
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
