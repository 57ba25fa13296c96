import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, guidId, moment, personId, siteId } from './columns.ts'

/** Keys of agents' programs, hashed. The prefix finds a key and tells keys apart; it is no secret. */
export const apiKeys = pgTable(
  'api_keys',
  {
    siteId: siteId(),
    id: guidId(),
    agentId: personId(),
    name: text().notNull(),
    prefix: text().notNull(),
    keyHash: bytes().notNull(),
    createdTime: moment().notNull(),
    lastUsedTime: moment(),
    revokedTime: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.id] }),
    uniqueIndex('api_keys_prefix_key').on(t.siteId, t.prefix),
    index().on(t.siteId, t.agentId),
  ],
)

/** Applications that agents may let act for them. They keep no secret: PKCE stands in for it. */
export const oauthClients = pgTable(
  'oauth_clients',
  {
    siteId: siteId(),
    id: guidId(),
    name: text().notNull(),
    redirectUris: jsonb().$type<string[]>().notNull(),
    createdTime: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.id] })],
)

/** Authorization codes, hashed; a used one stays until it expires, so that a second use is noticed. */
export const oauthCodes = pgTable(
  'oauth_codes',
  {
    siteId: siteId(),
    codeHash: bytes().notNull(),
    clientId: guidId(),
    agentId: personId(),
    generation: integer().notNull(),
    redirectUri: text().notNull(),
    codeChallenge: text().notNull(),
    familyId: uuid().notNull(),
    expiresTime: moment().notNull(),
    usedTime: moment(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.codeHash] }), index().on(t.siteId, t.clientId), index().on(t.expiresTime)],
)
