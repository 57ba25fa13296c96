import type { ChatSummaryShape } from '@parley/contract'
import { useApiQuery } from '../../../app/api.ts'
import { dateTime } from '../../../lib/time.ts'
import { hostName } from '../../../lib/urls.ts'
import { Facts } from './facts.tsx'
import { PageLink } from './page-link.tsx'

interface VisitFactsProps {
  readonly visitorId: string
  readonly sessionId: string | null
  readonly summary: ChatSummaryShape
}

/** How often what is known of the live visitor is asked for again (ms). */
const REFRESH_MS = 20_000

/** The pages of this visit, where it came from, and the device. */
export function VisitFacts({ visitorId, sessionId, summary }: VisitFactsProps) {
  const isRunning = summary.state !== 'ended'
  const visitor = useApiQuery(
    'liveChatVisitors.get',
    { params: { id: visitorId } },
    { isEnabled: isRunning, refetchEveryMs: REFRESH_MS },
  ).data
  const session = useApiQuery(
    'sessions.get',
    { params: { id: sessionId ?? '' }, query: {} },
    { isEnabled: sessionId !== null },
  ).data
  const landing = session?.landingPageURL
  const referrer = session?.referrerURL ?? visitor?.referrerUrl
  const place = [visitor?.city, visitor?.state, visitor?.country].filter(Boolean).join(', ')
  const variables = (visitor?.customVariableResults ?? []).map(({ name, value }) => [name ?? '', value] as const)
  return (
    <>
      <Facts
        title="This visit"
        facts={[
          ['Page', summary.pageUrl && <PageLink url={summary.pageUrl} title={summary.pageTitle} />],
          ['Began on', landing && <PageLink url={landing} title={session?.landingPageTitle ?? null} />],
          ['Came from', hostName(referrer)],
          ['Searched', session?.keywords],
          ['Since', dateTime(session?.startTime ?? visitor?.visitTime)],
          ['Page views', visitor?.pageViews],
          ['Visits', visitor?.visits],
        ]}
      />
      <Facts
        title="Device and place"
        facts={[
          ['Browser', session?.browser ?? visitor?.browser],
          ['System', session?.operatingSystem ?? visitor?.operatingSystem],
          ['Screen', session?.screenResolution ?? visitor?.screenResolution],
          ['Language', session?.language ?? visitor?.language],
          ['Time zone', session?.timeZone ?? visitor?.timeZone],
          ['Place', place],
          ['IP address', session?.ip ?? visitor?.ip],
        ]}
      />
      <Facts title="Variables" facts={variables} />
    </>
  )
}
