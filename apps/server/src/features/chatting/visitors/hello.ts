import type { VisitorCommands } from '@parley/contract'
import type { App, VisitorCaller } from '../../../context.ts'
import { AppError, notFound } from '../../../lib/app-error.ts'
import { newId } from '../../../lib/ids.ts'
import { noticeVisitor } from '../audience/notice-visitor.ts'
import { askAgain } from '../sessions/ask-again.ts'
import { browserFacts } from '../sessions/browser-facts.ts'
import { checkPageAddress } from '../sessions/page-address.ts'
import { searchOf } from '../sessions/search-engines.ts'
import { arrive } from '../sessions/visit.query.ts'
import { isPageAllowed } from './allowed-pages-rules.ts'
import { queryKnownVisitor } from './recognise.query.ts'
import { viewVisitorSummary } from './visitor-summary.view.ts'
import { SESSION_PAUSE_MS } from './visitor-times.ts'
import { isVisitorToken, newVisitorToken } from './visitor-token.ts'

type Hello = VisitorCommands['visitor.hello']

/** What the connection itself tells of a visitor. */
export interface ConnectionFacts {
  readonly ip: string | null
  readonly userAgent: string | null
}

/** Who says hello. */
export interface Recognised {
  readonly visitorId: string
  readonly visitorToken: string
  /** of a new visitor's token; null for a known one */
  readonly tokenHash: Buffer | null
}

/**
 * Recognises a visitor; 404 when the site has no such campaign, 403 when they are banned, or on a page that the campaign's
 * button is not for. Whoever cannot prove to be a known visitor is a new one: a lost or forged secret is nothing the page
 * could do anything about.
 */
export async function recogniseVisitor(app: App, hello: Hello, { ip }: ConnectionFacts): Promise<Recognised> {
  const { siteId, campaignId, visitorId = null, visitorToken } = hello
  checkPageAddress(hello.page)
  const known = await queryKnownVisitor(app.database.pool, siteId, { campaignId, visitorId, ip })
  if (!known) throw notFound('campaign')
  if (known.isAddressBanned) throw banned()
  if (known.allowedPages && !isPageAllowed(hello.page.url, known.allowedPages)) {
    throw new AppError('no_permission', 'The widget may not be shown on this page.')
  }
  if (visitorId && visitorToken && known.tokenHash && isVisitorToken(visitorToken, known.tokenHash)) {
    // only of who has proved it: the id alone is no secret
    if (known.isVisitorBanned) throw banned()
    return { visitorId, visitorToken, tokenHash: null }
  }
  const { token, hash } = newVisitorToken()
  return { visitorId: newId(app.now().getTime()), visitorToken: token, tokenHash: hash }
}

const banned = () => new AppError('no_permission', 'The visitor is banned.')

/** Begins the visitor's session, or continues the one that is open; also tells whether a chat is running. */
export async function enterSite(
  app: App,
  hello: Hello,
  { visitorId, tokenHash, ...facts }: Recognised & ConnectionFacts,
): Promise<{ caller: VisitorCaller; isChatting: boolean }> {
  const { siteId, campaignId, page } = hello
  const now = app.now()
  const time = now.getTime()
  const search = searchOf(page.referrer)
  const arrival = {
    visitorId,
    tokenHash,
    campaignId,
    now,
    seenAfter: new Date(time - SESSION_PAUSE_MS),
    sessionId: newId(time),
    viewId: newId(time),
    url: page.url,
    title: page.title ?? null,
    ip: facts.ip,
    ...browserFacts(hello.browser, facts.userAgent),
    referrer: page.referrer || null,
    searchEngine: search?.engine ?? null,
    keywords: search?.keywords ?? null,
  }
  const row = await askAgain(() => arrive(app.database.pool, siteId, arrival))
  const visitor = viewVisitorSummary(row)
  app.bus.publish({ type: 'visitor.changed', siteId, visitor })
  const caller: VisitorCaller = { kind: 'visitor', siteId, visitorId, sessionId: row.sessionId }
  await noticeVisitor(app, caller)
  return { caller, isChatting: visitor.chatId !== null }
}
