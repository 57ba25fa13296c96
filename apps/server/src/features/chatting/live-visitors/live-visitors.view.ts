import { LiveChatVisitor, type Output } from '@parley/contract'
import { rowToView } from '../../../kit/rows.ts'
import { answerOf } from '../chats/pre-chat-answers.ts'
import type { OnlineVisitorRow } from '../visitors/online-visitors.query.ts'
import { viewVisitorSummary } from '../visitors/visitor-summary.view.ts'
import type { queryChatDetails, querySessionDetails } from './live-visitors.query.ts'

export type LiveVisitorView = Output<typeof LiveChatVisitor>

type Details = Awaited<ReturnType<typeof querySessionDetails>>[number]

interface Facts extends Details {
  readonly row: OnlineVisitorRow
  readonly chat: Awaited<ReturnType<typeof queryChatDetails>>[number] | undefined
  readonly hyperlinks: ReadonlyMap<string, string | null>
}

/** A visitor on the site as the API shows one. */
export function viewLiveVisitor({ row, session, chat, hyperlinks, ...visitor }: Facts): LiveVisitorView {
  const summary = viewVisitorSummary(row)
  return rowToView(
    LiveChatVisitor,
    { ...visitor, ...session, ...summary },
    {
      pageViews: row.pageViews,
      currentBrowsing: titled(session.currentPageTitle, session.currentPageUrl),
      landingPage: titled(session.landingPageTitle, session.landingPageUrl),
      searchKeywords: session.keywords,
      departmentId: chat?.departmentId ?? null,
      productService: chat ? answerOf(chat.fields, 'productService') : null,
      customVariableResults: session.variables.map(({ name, value }) => ({
        name,
        value,
        url: hyperlinks.get(name.toLowerCase()) ?? null,
      })),
    },
  ) as LiveVisitorView
}

/** A page by its title and address: `Pricing (https://shop.example/pricing)`. */
function titled(title: string | null, url: string | null): string | null {
  return title && url ? `${title} (${url})` : (url ?? title)
}
