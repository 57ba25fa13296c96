import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AgentCaller, App } from '../context.ts'
import { AppError } from '../lib/app-error.ts'
import { type ApiKeyRow, findApiKey, recordKeyUse } from './api-keys.repo.ts'
import type { Tokens } from './tokens.ts'

/** `pk_<site>_<name of the key>_<secret>`: a key says which one it is, since an e-mail address is unique per site only. */
const KEY_FORM = /^(pk_(\d{1,9})_[0-9a-f]{12})_[\w-]{43}$/
/** A key is read again after this long (ms), should the news of a change ever get lost. */
const KEY_KEPT_MS = 10_000
const KEYS_KEPT = 10_000
/** The last use is written down at most this often (ms). */
const USE_RECORDED_EVERY_MS = 60_000

const hashOf = (key: string) => createHash('sha256').update(key).digest()

/** A key that was just made; only `prefix` and `hash` are kept. */
export interface MadeApiKey {
  readonly key: string
  readonly prefix: string
  readonly hash: Buffer
}

/** Makes a key of 256 random bits: too many to guess, so that a plain hash is enough. */
export function makeApiKey(siteId: number): MadeApiKey {
  const prefix = `pk_${siteId}_${randomBytes(6).toString('hex')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  return { key, prefix, hash: hashOf(key) }
}

/** Throws not_authenticated unless the key is the agent's and the agent may sign in. */
export type ApiKeyCheck = (email: string, key: string) => Promise<AgentCaller>

/** The check of a process. Keys are kept for moments only and dropped at once when they change. */
export function apiKeyCheck(app: App, tokens: Tokens): ApiKeyCheck {
  const { db } = app.database
  const kept = new Map<string, { row: ApiKeyRow; until: number }>()
  app.bus.subscribe((event) => {
    if (event.type !== 'access.changed' && event.type !== 'agent.revoked') return
    for (const prefix of kept.keys()) if (prefix.startsWith(`pk_${event.siteId}_`)) kept.delete(prefix)
  })

  async function rowOf(siteId: number, prefix: string): Promise<ApiKeyRow | undefined> {
    const found = kept.get(prefix)
    if (found && found.until > Date.now()) return found.row
    const row = await findApiKey(db, siteId, prefix)
    if (!row) return undefined
    if (kept.size >= KEYS_KEPT) kept.clear()
    kept.set(prefix, { row, until: Date.now() + KEY_KEPT_MS })
    return row
  }

  async function recordUse(siteId: number, prefix: string, row: ApiKeyRow): Promise<void> {
    const now = app.now()
    if (row.lastUsedTime && now.getTime() - row.lastUsedTime.getTime() < USE_RECORDED_EVERY_MS) return
    const entry = kept.get(prefix)
    if (entry) kept.set(prefix, { ...entry, row: { ...row, lastUsedTime: now } })
    await recordKeyUse(db, siteId, row.id, now)
  }

  return async (email, key) => {
    const [, prefix, site] = KEY_FORM.exec(key) ?? []
    if (!prefix) throw refused()
    const siteId = Number(site)
    const row = await rowOf(siteId, prefix)
    if (!row || !timingSafeEqual(row.keyHash, hashOf(key))) throw refused()
    if (row.email.toLowerCase() !== email.toLowerCase()) throw refused()
    const caller = await tokens.callerFor({ siteId, agentId: row.agentId })
    if (!caller) throw refused()
    await recordUse(siteId, prefix, row)
    return caller
  }
}

/** One answer for all that can be wrong: nobody learns which. */
function refused(): AppError {
  return new AppError(
    'not_authenticated',
    'E-mail and API key do not belong together, or the key was revoked, or its agent may not sign in.',
  )
}
