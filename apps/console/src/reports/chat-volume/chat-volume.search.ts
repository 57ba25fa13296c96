import { type ChatVolumeGroup, chatVolumeGroups } from '@parley/contract'
import { addDays, dayCount, type Period, type PresetId, presetPeriod, presets } from '../periods.ts'

/** What the page shows; all of it lives in the address. */
export interface ChatVolumeView {
  readonly preset: PresetId | 'custom'
  readonly period: Period
  readonly group: ChatVolumeGroup
  readonly filter: ChatVolumeFilter | undefined
  readonly isCompared: boolean
  readonly zone: string
}

/** Only the chats of one campaign or one department. */
export interface ChatVolumeFilter {
  readonly name: 'campaign' | 'department'
  readonly value: string
}

type Query = Readonly<Record<string, string>>

const DAY = /^\d{4}-\d\d-\d\d$/

/** The longest time for which hours are worth reading one by one. */
const MAX_DAYS_BY_HOUR = 31

/** A group as people name it; segments join when they exist. */
export const groupChoices: readonly { readonly id: ChatVolumeGroup; readonly label: string }[] = [
  { id: 'hour', label: 'Hour' },
  { id: 'day', label: 'Day' },
  { id: 'week', label: 'Week' },
  { id: 'month', label: 'Month' },
  { id: '24*7Distribution', label: 'Hour of week' },
  { id: 'halfHourDistribution', label: 'Half hour of day' },
  { id: 'campaign', label: 'Campaign' },
  { id: 'department', label: 'Department' },
]

/** The group that shows a period best. */
export function defaultGroup(period: Period): ChatVolumeGroup {
  const days = dayCount(period)
  if (days <= 2) return 'hour'
  return days > 92 ? 'month' : 'day'
}

/** Whether a group makes readable rows of a period. */
export function groupFits(group: ChatVolumeGroup, period: Period): boolean {
  return group !== 'hour' || dayCount(period) <= MAX_DAYS_BY_HOUR
}

/**
 * Whether each row has a fair counterpart in the previous period: days and hours only when weekdays meet their like,
 * else quiet Sundays would be held against busy Mondays.
 */
export function areRowsComparable({ group, period }: Pick<ChatVolumeView, 'group' | 'period'>): boolean {
  const days = dayCount(period)
  return (group !== 'day' && group !== 'hour') || days === 1 || days % 7 === 0
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text))
}

function readPeriod(query: Query, today: string): Pick<ChatVolumeView, 'preset' | 'period'> {
  const { from, to } = query
  // In the address the last day is inclusive, as people write it.
  if (isDay(from) && isDay(to) && from <= to) return { preset: 'custom', period: { from, to: addDays(to, 1) } }
  const preset = presets.find(({ id }) => id === query.range)?.id ?? '28d'
  return { preset, period: presetPeriod(preset, today) }
}

function readFilter(query: Query): ChatVolumeFilter | undefined {
  if (query.campaign) return { name: 'campaign', value: query.campaign }
  if (query.department) return { name: 'department', value: query.department }
  return undefined
}

/** Reads the view from the address; what does not fit falls back to a default. */
export function readView(query: Query, { today, zone }: { today: string; zone: string }): ChatVolumeView {
  const { preset, period } = readPeriod(query, today)
  const asked = chatVolumeGroups.find((group) => group === query.group && group !== 'visitorSegment')
  return {
    preset,
    period,
    group: asked && groupFits(asked, period) ? asked : defaultGroup(period),
    filter: readFilter(query),
    isCompared: query.compare !== '0',
    zone,
  }
}
