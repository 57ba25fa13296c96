import { desc, isNull } from 'drizzle-orm'
import { exportJWK, exportPKCS8, generateKeyPair, importJWK, importPKCS8, type JWK } from 'jose'
import type { App } from '../context.ts'
import { signingKeys } from '../db/schema/index.ts'
import { newId } from '../lib/ids.ts'
import { seal, unseal } from '../platform/secrets/secrets.ts'

const ALGORITHM = 'RS256'
/** A key signs for this long (ms); it verifies until the last token it signed has expired. */
export const KEY_LIFETIME_MS = 30 * 24 * 3_600_000

export type Key = CryptoKey

/** Signs with the newest key, verifies with any, and makes a new one when the newest has grown old. */
export interface KeyRing {
  current(): Promise<{ kid: string; key: Key }>
  find(kid: string): Promise<Key | undefined>
  jwks(): Promise<{ keys: JWK[] }>
  rotate(): Promise<void>
}

/** The installation's keys, kept in the database (private parts encrypted) and in memory. */
export function keyRing(app: App): KeyRing {
  const { db } = app.database
  const verifiers = new Map<string, Key>()
  let signer: { kid: string; key: Key; createdTime: Date } | undefined

  async function load(): Promise<void> {
    const [row] = await db
      .select()
      .from(signingKeys)
      .where(isNull(signingKeys.retiredTime))
      .orderBy(desc(signingKeys.createdTime))
      .limit(1)
    if (!row) return
    const key = await importPKCS8(unseal(app.config.secretKey, row.privateKey), ALGORITHM)
    signer = { kid: row.kid, key, createdTime: row.createdTime }
  }

  async function make(): Promise<void> {
    const pair = await generateKeyPair(ALGORITHM, { extractable: true })
    const kid = newId()
    const publicJwk = JSON.stringify({ ...(await exportJWK(pair.publicKey)), kid, alg: ALGORITHM, use: 'sig' })
    const privateKey = seal(app.config.secretKey, await exportPKCS8(pair.privateKey))
    await db.insert(signingKeys).values({ kid, privateKey, publicJwk, createdTime: app.now() })
  }

  return {
    async current() {
      if (!signer) await load()
      const isOld = signer && app.now().getTime() - signer.createdTime.getTime() > KEY_LIFETIME_MS
      if (!signer || isOld) {
        await make()
        await load()
      }
      if (!signer) throw new Error('no signing key could be made')
      return signer
    },
    async find(kid) {
      const known = verifiers.get(kid)
      if (known) return known
      const rows = await db.select().from(signingKeys)
      for (const row of rows) verifiers.set(row.kid, (await importJWK(JSON.parse(row.publicJwk), ALGORITHM)) as Key)
      return verifiers.get(kid)
    },
    async jwks() {
      const rows = await db.select().from(signingKeys)
      return { keys: rows.map((row) => JSON.parse(row.publicJwk) as JWK) }
    },
    async rotate() {
      await make()
      await load()
    },
  }
}
