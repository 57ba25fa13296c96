import type { ChatVolumeGroup } from '@parley/contract'
import { useApiQuery } from '../../app/api.ts'
import { comparableEnd, type Period, previousPeriod } from '../periods.ts'
import { areRowsComparable, type ChatVolumeView } from './chat-volume.search.ts'

/** How long an answer is good enough to show without asking again. */
const STALE_MS = 60_000

interface Range {
  readonly from: string
  readonly to: string
}

const wholeDays = ({ from, to }: Period): Range => ({ from: `${from}T00:00:00`, to: `${to}T00:00:00` })

function useVolume(
  view: ChatVolumeView,
  range: Range,
  { group, isEnabled }: { group: ChatVolumeGroup; isEnabled: boolean },
) {
  const { filter, zone } = view
  return useApiQuery(
    'reports.chatVolume',
    {
      query: {
        timeFrom: range.from,
        timeTo: range.to,
        timezone: zone,
        group,
        ...(filter ? { filterName: filter.name, filterValue: filter.value } : {}),
      },
    },
    // Rows of one group must never stand under the heading of another: no answer is kept for the next question.
    { isEnabled, staleMs: STALE_MS },
  )
}

/**
 * Everything the page shows. The headline has queries of its own (by day: equal keys are asked once), because
 * averages and things do not add up to a total; its previous period ends where this one has come to.
 */
export function useChatVolume(view: ChatVolumeView, { now, mayView }: { now: string; mayView: boolean }) {
  const previous = previousPeriod(view.period)
  const before = mayView && view.isCompared
  const elapsed = { from: `${previous.from}T00:00:00`, to: comparableEnd(view.period, previous, now) }
  return {
    previous,
    isCut: elapsed.to < wholeDays(previous).to,
    rows: useVolume(view, wholeDays(view.period), { group: view.group, isEnabled: mayView }),
    previousRows: useVolume(view, wholeDays(previous), {
      group: view.group,
      isEnabled: before && areRowsComparable(view),
    }),
    total: useVolume(view, wholeDays(view.period), { group: 'day', isEnabled: mayView }),
    previousTotal: useVolume(view, elapsed, { group: 'day', isEnabled: before }),
  }
}
