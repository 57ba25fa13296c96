import type { ChatVolumeGroup } from '@parley/contract'
import { formatDay, formatPeriod } from '../periods.ts'
import { type ChatVolumeRow, type Volume, volumeOf } from './totals.ts'

/** A row as page, chart and file show it. */
export interface Line {
  readonly key: string
  /** Short, for the axis. */
  readonly label: string
  /** Complete, for table, tooltip and file. */
  readonly title: string
  readonly volume: Volume
  /** The same place of the previous period. */
  readonly before: Volume | undefined
}

/** Names of campaigns and departments by id. */
export type Names = ReadonlyMap<string, string>

/** Groups whose rows are averages over the weeks or days of the period. */
export function isDistribution(group: ChatVolumeGroup): boolean {
  return group === '24*7Distribution' || group === 'halfHourDistribution'
}

/** Groups whose rows are things rather than times. */
export function isByThing(group: ChatVolumeGroup): boolean {
  return group === 'campaign' || group === 'department' || group === 'visitorSegment'
}

function idOf(row: ChatVolumeRow): string {
  return row.campaignId ?? row.departmentId ?? row.visitorSegmentId ?? ''
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const monthYearFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

function utc(local: string): Date {
  return new Date(`${local.slice(0, 19)}Z`)
}

function timeWords(row: ChatVolumeRow, group: ChatVolumeGroup, withYear: boolean): Pick<Line, 'label' | 'title'> {
  const from = row.time?.from ?? ''
  const to = row.time?.to ?? ''
  const day = formatDay(from.slice(0, 10))
  const clock = from.slice(11, 16)
  switch (group) {
    case 'hour':
      return { label: clock === '00:00' ? day : clock, title: `${day}, ${clock}–${to.slice(11, 16)}` }
    case 'week':
      return { label: day, title: formatPeriod({ from: from.slice(0, 10), to: to.slice(0, 10) }) }
    case 'month':
      return { label: monthFormat.format(utc(from)), title: monthYearFormat.format(utc(from)) }
    default:
      return { label: day, title: `${weekdayFormat.format(utc(from))}, ${formatDay(from, { withYear })}` }
  }
}

interface Words {
  readonly group: ChatVolumeGroup
  readonly names: Names
  /** The year stands with each day only when the days are of several years. */
  readonly withYear: boolean
}

function wordsOf(row: ChatVolumeRow, { group, names, withYear }: Words): Pick<Line, 'label' | 'title'> {
  if (isByThing(group)) {
    const nobody = group === 'department' ? 'No department' : 'Unknown'
    const name = names.get(idOf(row)) ?? nobody
    return { label: name, title: name }
  }
  if (!isDistribution(group)) return timeWords(row, group, withYear)
  const from = row.time?.from ?? ''
  const to = (row.time?.to ?? '').replace(/^\w+\. /, '')
  return { label: from, title: `${from}–${to}` }
}

/** Joins the rows of a period with those of the one before: things by id, times by their place. */
export function toLines(
  group: ChatVolumeGroup,
  rows: readonly ChatVolumeRow[],
  previous: readonly ChatVolumeRow[] | undefined,
  names: Names,
): Line[] {
  const years = new Set(rows.map(({ time }) => time?.from.slice(0, 4)))
  const words = { group, names, withYear: years.size > 1 }
  const byId = new Map((previous ?? []).map((row) => [idOf(row), row]))
  return rows.map((row, index) => {
    const before = isByThing(group) ? byId.get(idOf(row)) : previous?.[index]
    return {
      key: isByThing(group) ? idOf(row) || 'none' : (row.time?.from ?? String(index)),
      ...wordsOf(row, words),
      volume: volumeOf(row),
      before: before && volumeOf(before),
    }
  })
}
