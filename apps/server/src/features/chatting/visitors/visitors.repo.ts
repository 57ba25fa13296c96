import type { visitors } from '../../../db/schema/index.ts'

/** A browser, as it is stored. */
export type VisitorRow = typeof visitors.$inferSelect
