import type { ChatVolumeGroup, Shape } from '@parley/contract'
import type { Store } from './panel-backend-store.ts'

type Row = Partial<Shape<'ChatVolumeRow'>>
interface Counts {
  chats: number
  missed: number
  refused: number
}

const HOUR_MS = 3_600_000

/** The same hour always has the same number of chats: more by day, fewer at weekends, growing slowly. */
function countsOfHour(time: number): Counts {
  const date = new Date(time)
  const hour = date.getUTCHours()
  const weekday = date.getUTCDay()
  const byHour = Math.max(0, Math.sin(((hour - 6) / 15) * Math.PI))
  const byDay = weekday === 0 || weekday === 6 ? 0.45 : 1
  const noise = Math.abs(Math.sin(time / 7_777_777)) * 0.6 + 0.7
  const growth = 1 + (time - Date.parse('2026-01-01')) / (400 * 24 * HOUR_MS)
  const requests = Math.round(9 * byHour * byDay * noise * Math.max(0.4, growth))
  const missed = Math.round(requests * 0.09 * noise)
  const refused = requests > 8 && hour % 3 === 0 ? 1 : 0
  return { chats: Math.max(0, requests - missed - refused), missed, refused }
}

function sum(from: number, to: number): Counts {
  const total = { chats: 0, missed: 0, refused: 0 }
  for (let time = from; time < to; time += HOUR_MS) {
    const counts = countsOfHour(time)
    total.chats += counts.chats
    total.missed += counts.missed
    total.refused += counts.refused
  }
  return total
}

function countRow({ chats, missed, refused }: Counts): Row {
  return { chatRequests: chats + missed + refused, chats, missedChats: missed, refusedChats: refused }
}

function averageRow({ chats, missed, refused }: Counts, times: number): Row {
  const share = (n: number) => Math.round((n / times) * 100) / 100
  return {
    avgChatRequests: share(chats + missed + refused),
    avgChats: share(chats),
    avgMissedChats: share(missed),
    avgRefusedChats: share(refused),
  }
}

const local = (time: number) => new Date(time).toISOString().slice(0, 19)

function nextBorder(time: number, group: ChatVolumeGroup): number {
  const date = new Date(time)
  if (group === 'hour') return time + HOUR_MS
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
  if (group === 'day') return midnight + 24 * HOUR_MS
  if (group === 'week') return midnight + (7 - ((date.getUTCDay() + 6) % 7)) * 24 * HOUR_MS
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

function calendarRows(from: number, to: number, group: ChatVolumeGroup): Row[] {
  const rows: Row[] = []
  for (let start = from; start < to; ) {
    const end = Math.min(to, nextBorder(start, group))
    rows.push({ time: { from: local(start), to: local(end) }, ...countRow(sum(start, end)) })
    start = end
  }
  return rows
}

function distributionRows(from: number, to: number, slots: string[], slotOf: (date: Date) => number, perSlot: number) {
  const totals = slots.map(() => ({ chats: 0, missed: 0, refused: 0 }))
  for (let time = from; time < to; time += HOUR_MS) {
    const total = totals[slotOf(new Date(time))]
    const counts = countsOfHour(time)
    if (!total) continue
    total.chats += counts.chats
    total.missed += counts.missed
    total.refused += counts.refused
  }
  const times = Math.max(1, (to - from) / (24 * HOUR_MS) / perSlot)
  return slots.map((slot, i): Row => {
    const end = slots[i + 1] ?? slots[0] ?? slot
    return { time: { from: slot, to: end }, ...averageRow(totals[i] ?? { chats: 0, missed: 0, refused: 0 }, times) }
  })
}

const clock = (hour: number, minute = 0) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const weekSlots = weekdays.flatMap((day) => Array.from({ length: 24 }, (_, hour) => `${day}. ${clock(hour)}`))
const halfHours = Array.from({ length: 48 }, (_, i) => clock(Math.floor(i / 2), (i % 2) * 30))

/** The chat volume report of the fake site; filters scale the numbers down. */
export function chatVolumeRows(query: URLSearchParams, store: Store): Row[] {
  const from = Date.parse(`${query.get('timeFrom')?.slice(0, 19)}Z`)
  const to = Math.min(Date.parse(`${query.get('timeTo')?.slice(0, 19)}Z`), from + 800 * 24 * HOUR_MS)
  const group = query.get('group') as ChatVolumeGroup
  if (group === '24*7Distribution')
    return distributionRows(from, to, weekSlots, (d) => ((d.getUTCDay() + 6) % 7) * 24 + d.getUTCHours(), 7)
  if (group === 'halfHourDistribution') return distributionRows(from, to, halfHours, (d) => d.getUTCHours() * 2, 1)
  if (group === 'campaign')
    return store.campaigns.map(({ id }, i) => ({ campaignId: id, ...countRow(sum(from + i * 9 * HOUR_MS, to)) }))
  if (group === 'department')
    return store.departments.map(({ id }, i) => ({ departmentId: id, ...countRow(sum(from + i * 40 * HOUR_MS, to)) }))
  return calendarRows(from, to, group)
}
