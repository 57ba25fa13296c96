import type { AgentShift } from '@parley/client'
import { clockTime, dayKey, dayName } from '../../lib/time.ts'

const DAY_MS = 86_400_000

/** What explains the status of an agent outside the hours of the own shifts: "Your shift starts at 09:00". */
export function shiftNote(shift: AgentShift | null, now: number): string {
  if (!shift || shift.isWorking) return ''
  const { startsTime } = shift
  if (!startsTime) return 'Outside the hours of your shift'
  const [day, today, tomorrow] = [startsTime, now, now + DAY_MS].map((time) => dayKey(new Date(time).toISOString()))
  const clock = clockTime(startsTime)
  if (day === today) return `Your shift starts at ${clock}`
  if (day === tomorrow) return `Your shift starts tomorrow at ${clock}`
  return `Your shift starts on ${dayName(startsTime, now)} at ${clock}`
}
