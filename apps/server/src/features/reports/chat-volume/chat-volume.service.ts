import type { api, Query } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { checkIds } from '../../../kit/references.ts'
import { invalid } from '../../../lib/app-error.ts'
import { readZone, toUtc } from '../shared/report-zone.ts'
import type { Bucket } from '../shared/time-buckets.ts'
import { type Dimension, listCrossCounts, listSlotCounts, type SlotCounts } from './chat-volume.query.ts'
import { type ChatVolumeRow, calendarRows, dimensionRows, distributionRows } from './chat-volume.view.ts'
import { listDimensionIds } from './dimensions.query.ts'

type VolumeQuery = Query<typeof api.reports.chatVolume>

const DAY_MS = 86_400_000
/** The longest range (days) a report covers; by the hour a year. */
const LONGEST_DAYS = 3660
const LONGEST_DAYS_BY_HOUR = 366
/** Beyond these years the calendars of JavaScript, time zones and the database part. */
const EARLIEST = Date.UTC(1970, 0)
const LATEST = Date.UTC(9991, 0)

/** How many chats were asked for, answered, missed and refused. Throws 400 for a range or filter that makes no sense. */
export async function reportChatVolume(ctx: AgentContext, query: VolumeQuery): Promise<ChatVolumeRow[]> {
  const { group } = query
  const zone = readZone(query.timezone)
  const range = readRange(query)
  const filter = await readFilter(ctx, query)
  const utc = { fromUtc: toUtc(zone, range.from), toUtc: toUtc(zone, range.to) }
  if (group === 'campaign' || group === 'department') return rowsByDimension(ctx, group, filter, utc)
  if (group === 'visitorSegment') {
    const ids = filter?.name === group ? [filter.id] : await listDimensionIds(ctx.db, ctx.siteId, group)
    // visits are not told apart by segment yet, so that none has counts
    return dimensionRows('visitorSegmentId', ids, [])
  }
  const { name: dimension, id: dimensionId } = filter ?? { name: 'site' as const, id: '' }
  const slots = await listSlotCounts(ctx.db, ctx.siteId, { dimension, dimensionId, ...utc })
  const isDistribution = group === '24*7Distribution' || group === 'halfHourDistribution'
  return isDistribution ? distributionRows(group, zone, range, slots) : calendarRows(group, zone, range, slots)
}

interface Filter {
  readonly name: Exclude<Dimension, 'site'>
  readonly id: string
}

async function rowsByDimension(
  ctx: AgentContext,
  group: 'campaign' | 'department',
  filter: Filter | undefined,
  utc: { fromUtc: number; toUtc: number },
): Promise<ChatVolumeRow[]> {
  const key = `${group}Id` as const
  const ids = await listDimensionIds(ctx.db, ctx.siteId, group)
  if (!filter)
    return dimensionRows(
      key,
      ids,
      await listSlotCounts(ctx.db, ctx.siteId, { dimension: group, dimensionId: undefined, ...utc }),
    )
  if (filter.name === group) {
    return dimensionRows(
      key,
      [filter.id],
      await listSlotCounts(ctx.db, ctx.siteId, { dimension: group, dimensionId: filter.id, ...utc }),
    )
  }
  const slots: SlotCounts[] =
    filter.name === 'visitorSegment'
      ? []
      : await listCrossCounts(ctx.db, ctx.siteId, { by: group, filter: filter.name, filterId: filter.id, ...utc })
  return dimensionRows(key, ids, slots)
}

/** The wall-clock range: the time zone is that of the report, whatever offset the text carries. */
function readRange({ timeFrom, timeTo, group }: VolumeQuery): Bucket {
  const from = Date.parse(timeFrom)
  const to = Date.parse(timeTo)
  if (from < EARLIEST) throw invalid('timeFrom', 'must not be before 1970')
  if (to > LATEST) throw invalid('timeTo', 'must not be after 9990')
  if (to <= from) throw invalid('timeTo', 'must be later than timeFrom')
  const longest = group === 'hour' ? LONGEST_DAYS_BY_HOUR : LONGEST_DAYS
  if (to - from > longest * DAY_MS)
    throw invalid('timeTo', `must be at most ${longest} days after timeFrom for this group`)
  return { from, to }
}

async function readFilter(ctx: AgentContext, { filterName, filterValue }: VolumeQuery): Promise<Filter | undefined> {
  if (!filterName) return undefined
  if (!filterValue) throw invalid('filterValue', 'is required')
  const id = filterValue.toLowerCase()
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalid('filterValue', 'must be a GUID')
  const entity = { campaign: 'Campaign', department: 'Department', visitorSegment: 'CustomerSegment' }[filterName]
  await checkIds(ctx.db, ctx.siteId, entity, 'filterValue', id, { isHeld: false })
  return { name: filterName, id }
}
