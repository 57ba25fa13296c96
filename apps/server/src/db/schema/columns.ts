import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The tenant column every table begins its key with. */
export const siteId = () => integer().notNull()

/** A moment, in UTC, with microseconds. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })

/** A GUID that begins with its time (UUIDv7), so that new rows lie together. */
export const guidId = () => uuid().notNull()

/** A number from the one sequence for people of an installation. */
export const personId = () => integer().notNull()

/** Bytes, such as an encrypted secret. */
export const bytes = customType<{ data: Buffer; default: false }>({ dataType: () => 'bytea' })

/** Words to search by, in the form that `@@` compares. */
export const tsvector = customType<{ data: string; default: false }>({ dataType: () => 'tsvector' })
