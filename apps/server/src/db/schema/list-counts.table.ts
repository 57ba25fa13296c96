import { bigint, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { siteId } from './columns.ts'

/**
 * How many rows lists have, as sums: triggers add a row for every statement that inserts or deletes, folding puts them
 * together. A sum is exact in every snapshot, and nobody waits for anybody; see ADR 0023.
 */
export const listCounts = pgTable(
  'list_counts',
  {
    siteId: siteId(),
    /** the table that is counted */
    list: text().notNull(),
    /** the day of the rows, in UTC, where lists show a time range; the first of 1970 elsewhere */
    day: date({ mode: 'string' }).notNull(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.list, t.day, t.id] })],
)
