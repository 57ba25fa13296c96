import type { VisitorCommands } from '@parley/contract'
import type { App, VisitorCaller, Work } from '../../../context.ts'
import { newId } from '../../../lib/ids.ts'
import { contextFor } from '../../../request-context.ts'
import { browserFacts } from '../sessions/browser-facts.ts'
import { visitPage } from '../sessions/record-page.ts'
import { searchOf } from '../sessions/search-engines.ts'
import { findOpenSession, insertSession, type SessionRow, updateSession } from '../sessions/sessions.repo.ts'
import { summaryWithin } from './list-online-visitors.ts'
import { SESSION_PAUSE_MS } from './visitor-times.ts'
import { isVisitorToken, newVisitorToken } from './visitor-token.ts'
import { countVisit, insertVisitor, lockVisitor } from './visitors.repo.ts'
import { requireCampaign } from './widget-campaign.ts'

type Hello = VisitorCommands['visitor.hello']

/** What the connection itself tells of a visitor. */
export interface ConnectionFacts {
  readonly ip: string | null
  readonly userAgent: string | null
}

/** Who said hello. */
export interface Greeted {
  readonly caller: VisitorCaller
  readonly visitorToken: string
}

/**
 * Recognises the visitor and continues or begins their session. Whoever cannot prove to be a known visitor is a new
 * one: a lost or forged secret is nothing the page could do anything about.
 */
export async function greetVisitor(app: App, hello: Hello, facts: ConnectionFacts): Promise<Greeted> {
  const { siteId } = hello
  await requireCampaign(app.database.db, siteId, hello.campaignId)
  const ctx = contextFor(app, { kind: 'system', siteId })
  return ctx.inTransaction(async (work) => {
    const visitor = await recognise(work, hello, ctx.now())
    const { sessionId, isNew } = await openSession(work, { hello, facts, visitorId: visitor.id, now: ctx.now() })
    const isNewPage = await visitPage(work.tx, siteId, { sessionId, page: hello.page, now: ctx.now() })
    const counts = { visits: isNew ? 1 : 0, pageViews: isNewPage ? 1 : 0 }
    await countVisit(work.tx, siteId, { id: visitor.id, ...counts, now: ctx.now() })
    const summary = await summaryWithin(app, work.tx, siteId, visitor.id)
    if (summary) work.emit({ type: 'visitor.changed', siteId, visitor: summary })
    const caller: VisitorCaller = { kind: 'visitor', siteId, visitorId: visitor.id, sessionId }
    return { caller, visitorToken: visitor.token }
  })
}

async function recognise({ tx }: Work, hello: Hello, now: Date): Promise<{ id: string; token: string }> {
  const { siteId, visitorId, visitorToken } = hello
  const known = visitorId && visitorToken ? await lockVisitor(tx, siteId, visitorId) : undefined
  if (known && visitorToken && isVisitorToken(visitorToken, known.tokenHash))
    return { id: known.id, token: visitorToken }
  const { token, hash } = newVisitorToken()
  const id = newId(now.getTime())
  await insertVisitor(tx, siteId, { id, tokenHash: hash, now })
  return { id, token }
}

interface Arrival {
  readonly hello: Hello
  readonly facts: ConnectionFacts
  readonly visitorId: string
  readonly now: Date
}

async function openSession({ tx }: Work, arrival: Arrival): Promise<{ sessionId: string; isNew: boolean }> {
  const { hello, visitorId, now } = arrival
  const { siteId } = hello
  const seenAfter = new Date(now.getTime() - SESSION_PAUSE_MS)
  const open = await findOpenSession(tx, siteId, { visitorId, seenAfter })
  if (open) {
    await updateSession(tx, siteId, open.id, comeBack(arrival))
    return { sessionId: open.id, isNew: false }
  }
  const sessionId = newId(now.getTime())
  await insertSession(tx, siteId, { id: sessionId, visitorId, startTime: now, ...landing(hello), ...comeBack(arrival) })
  return { sessionId, isNew: true }
}

/** What every hello brings up to date. */
function comeBack({ hello, facts, now }: Arrival) {
  return {
    campaignId: hello.campaignId,
    lastSeenTime: now,
    leftTime: null,
    status: 'inSite',
    ip: facts.ip,
    ...browserFacts(hello.browser, facts.userAgent),
  } satisfies Partial<SessionRow>
}

/** What stays as the visit began. */
function landing({ page }: Hello) {
  const search = searchOf(page.referrer)
  return {
    landingPageUrl: page.url,
    landingPageTitle: page.title ?? null,
    referrerUrl: page.referrer || null,
    searchEngine: search?.engine ?? null,
    keywords: search?.keywords ?? null,
  } satisfies Partial<SessionRow>
}
