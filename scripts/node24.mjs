// node scripts/node24.mjs <script> [arguments]: runs a script of this repository under Node 24.
import { runNode24 } from './run.mjs'
import { ensureModules, fail } from './setup.mjs'

const args = process.argv.slice(2)
if (args.length === 0) fail('Usage: node scripts/node24.mjs <script> [arguments]')
ensureModules()
process.exit(await runNode24(args))
