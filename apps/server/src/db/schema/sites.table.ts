import { date, index, integer, pgSequence, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, moment, personId, siteId } from './columns.ts'

export const siteIds = pgSequence('site_ids', { startWith: 10_000, minValue: 10_000 })
/** Agents and contacts share one sequence per installation, so that an id means one person everywhere. */
export const personIds = pgSequence('person_ids', { startWith: 1 })

/** One row a tenant. The only tables whose key does not begin with a site: sites, keys. */
export const sites = pgTable('sites', {
  id: integer().primaryKey(),
  edition: text().notNull().default('enterprise'),
  dateTimeFormat: text().notNull().default('MM-dd-yyyy HH:mm:ss'),
  timeZone: text().notNull().default('UTC'),
  company: text().notNull(),
  companySize: text(),
  website: text().notNull().default(''),
  registeredEmail: text(),
  phone: text(),
  fax: text(),
  mailingAddress: text(),
  city: text(),
  stateOrProvince: text(),
  countryOrRegion: text(),
  postalOrZipCode: text(),
  firstName: text().notNull().default(''),
  lastName: text().notNull().default(''),
  createdTime: moment().notNull().defaultNow(),
})

/** RS256 keys; a retired one still verifies until its last token has expired. */
export const signingKeys = pgTable('signing_keys', {
  kid: text().primaryKey(),
  privateKey: bytes().notNull(),
  publicJwk: text().notNull(),
  createdTime: moment().notNull().defaultNow(),
  retiredTime: moment(),
})

/** Refresh tokens, hashed. A family is one sign-in; using a spent token ends the family. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    tokenHash: bytes().primaryKey(),
    familyId: uuid().notNull(),
    siteId: siteId(),
    agentId: personId(),
    generation: integer().notNull(),
    /** Who may use it: the console, whoever knew the password, or the OAuth application with this id. */
    holder: text().notNull().default('console'),
    createdTime: moment().notNull().defaultNow(),
    expiresTime: moment().notNull(),
    usedTime: moment(),
  },
  (t) => [index().on(t.familyId), index().on(t.siteId, t.agentId), index().on(t.siteId, t.holder)],
)

/** API requests of a site on one UTC day. */
export const dailyUsage = pgTable(
  'daily_usage',
  { siteId: siteId(), day: date().notNull(), requests: integer().notNull().default(0) },
  (t) => [primaryKey({ columns: [t.siteId, t.day] })],
)
