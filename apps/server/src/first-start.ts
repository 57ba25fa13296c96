import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './context.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { createSite } from './features/account/site/create-site.ts'
import { listSites } from './features/account/site/site.repo.ts'

const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 16
/** Any number, as long as every process takes the same. */
const FIRST_SITE_LOCK = 4_000_189

export interface FirstLogin {
  readonly siteId: number
  readonly email: string
  /** undefined when nobody but its owner knows it */
  readonly password: string | undefined
}

/** Makes the first site when there is none. Returns how its administrator signs in. */
export async function ensureFirstSite(app: App): Promise<FirstLogin> {
  // processes that start together on an empty database must not make a site each
  const client = await app.database.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [FIRST_SITE_LOCK])
    return await firstSite(app)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [FIRST_SITE_LOCK]).catch(() => undefined)
    client.release()
  }
}

async function firstSite(app: App): Promise<FirstLogin> {
  const { adminEmail, adminPassword, dataDir } = app.config
  const file = join(dataDir, 'admin-password.txt')
  const [first] = await listSites(app.database.db)
  if (first) {
    const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
    return { siteId: first.id, email: first.registeredEmail ?? adminEmail, password: adminPassword ? undefined : kept }
  }
  const password = adminPassword ?? randomPassword()
  const { siteId, agentId, campaignId } = await createSite(app, { company: 'My company', email: adminEmail, password })
  if (app.config.isDemo) await seedDemo(app, { siteId, campaignId, adminId: agentId, adminName: 'Site Administrator' })
  if (!adminPassword) writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return { siteId, email: adminEmail, password: adminPassword ? undefined : password }
}

function randomPassword(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
