// npm start: all the set-up, then the server.
import { runNode24 } from './run.mjs'
import { ensureBuilds, ensureModules } from './setup.mjs'

ensureModules()
await ensureBuilds()
process.exit(await runNode24(['apps/server/src/main.ts', ...process.argv.slice(2)]))
