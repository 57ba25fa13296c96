import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, moment, siteId } from './columns.ts'

/**
 * Sign-ins that began at single sign-on and are not finished. Everything that browsers carry is kept as a hash. Once the
 * company's answer was good, the row knows the agent and the code that ends the sign-in.
 */
export const ssoRequests = pgTable(
  'sso_requests',
  {
    siteId: siteId(),
    requestHash: bytes().notNull(),
    protocol: text({ enum: ['SAML', 'JWT'] }).notNull(),
    /** of the cookie of the browser that began: nobody else may finish */
    browserHash: bytes().notNull(),
    returnPath: text().notNull(),
    expiresTime: moment().notNull(),
    agentId: integer(),
    generation: integer(),
    codeHash: bytes(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.requestHash] }),
    index().on(t.siteId, t.codeHash),
    index().on(t.expiresTime),
  ],
)

/** Tokens and assertions that were used, until they are too old to be used again. */
export const ssoUsedAnswers = pgTable(
  'sso_used_answers',
  { siteId: siteId(), answerHash: bytes().notNull(), expiresTime: moment().notNull() },
  (t) => [primaryKey({ columns: [t.siteId, t.answerHash] }), index().on(t.expiresTime)],
)
