import { type Cell, toCsv } from '../csv.ts'
import { addDays } from '../periods.ts'
import type { ChatVolumeView } from './chat-volume.search.ts'
import { metrics } from './metrics.ts'
import { isByThing, type Line } from './series.ts'

/** The table as CSV: times in ISO form so that programs can read them, then the numbers, then those before. */
export function chatVolumeCsv(view: ChatVolumeView, lines: readonly Line[]): string {
  const first = isByThing(view.group) ? 'name' : 'from'
  const hasBefore = lines.some((line) => line.before)
  const before = hasBefore ? metrics.map(({ id }) => `${id} before`) : []
  const header: Cell[] = [first, ...metrics.map(({ id }) => id), ...before]
  const rows = lines.map((line): Cell[] => [
    isByThing(view.group) ? line.title : line.key,
    ...metrics.map(({ id }) => line.volume[id]),
    ...(hasBefore ? metrics.map(({ id }) => line.before?.[id]) : []),
  ])
  return toCsv([header, ...rows])
}

/** A name that says what the file holds. */
export function fileName({ period, group }: ChatVolumeView): string {
  const by = group.replace(/\W+/g, '').toLowerCase()
  return `chat-volume-${period.from}-to-${addDays(period.to, -1)}-by-${by}.csv`
}
