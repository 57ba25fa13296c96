import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from './child.ts'

const SITE_ID = 10000

/** Where a Parley is and who administers it. */
export interface Target {
  readonly url: string
  readonly siteId: number
  readonly email: string
  readonly password: string
}

/** A Parley of our own, empty, on a data directory that goes with it. */
export interface OwnServer extends Target, Child {}

/** Starts Parley on a free port and waits until it is ready. */
export async function startOwnServer(env: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const account = { email: 'bench@example.com', password: randomBytes(12).toString('base64url') }
  try {
    const child = await startChild('apps/server/src/main.ts', {
      readyPath: '/health/ready',
      env: {
        PARLEY_DATA_DIR: dataDir,
        PARLEY_ADMIN_EMAIL: account.email,
        PARLEY_ADMIN_PASSWORD: account.password,
        PARLEY_DEMO: '0',
        PARLEY_LOG_LEVEL: 'warn',
        ...env,
      },
    })
    const stop = async () => {
      await child.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
    return { ...child, ...account, siteId: SITE_ID, stop }
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true })
    throw error
  }
}
