import { dayShown, momentShown, type WallClock, weekdayOf } from '../../../lib/wall-clocks.ts'

/** Working hours that come every week. Times are minutes of the day; hours over midnight end after 24:00. */
export interface WeeklyHours {
  /** Sunday is 0 */
  readonly weekday: number
  readonly from: number
  readonly to: number
  /** what an agent is when these hours are over, until the next ones */
  readonly awayStatus: string
}

/** A shift as far as time goes. */
export interface ShiftPlan {
  readonly clock: WallClock
  readonly hours: readonly WeeklyHours[]
  /** numbers of days on which nobody works */
  readonly holidays: ReadonlySet<number>
}

/** What shifts ask of an agent at a moment: to work, or to be away with a status. */
export interface Turn {
  readonly isWorking: boolean
  readonly status: string
}

/** Working hours on one day, as moments; `to` is exclusive. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly awayStatus: string
}

export const ONLINE = 'Online'
export const PLAIN_AWAY = 'Away'
const DAY_MINUTES = 24 * 60
/** How many days are looked through for the hours that ended last or begin next: holidays may be long. */
const HORIZON_DAYS = 60

const WORKING: Turn = { isWorking: true, status: ONLINE }

/**
 * What an agent's shifts ask for at a moment (ADR 0017). Hours of several shifts add up: at work in one is at work.
 * Outside all of them the hours that ended last say the away status, whichever shift they are of; of several that
 * ended together the ones that began last, then those of the shift that stands first. Shifts without hours ask for
 * nothing. Undefined when nobody asks for anything.
 */
export function turnAt(plans: readonly ShiftPlan[], time: number): Turn | undefined {
  const asking = plans.filter(({ hours }) => hours.length > 0)
  if (!asking.length) return undefined
  if (asking.some((plan) => isWorking(plan, time))) return WORKING
  const ended = asking.flatMap((plan) => lastEnded(plan, time) ?? []).sort(latestFirst)
  return { isWorking: false, status: ended[0]?.awayStatus ?? PLAIN_AWAY }
}

/** When hours of any of the shifts begin or end next; undefined when none do for long. */
export function nextEdge(plans: readonly ShiftPlan[], time: number): number | undefined {
  return soonest(plans, time, ({ from, to }) => [from, to])
}

/** When the next hours of any of the shifts begin. */
export function nextStart(plans: readonly ShiftPlan[], time: number): number | undefined {
  return soonest(plans, time, ({ from }) => [from])
}

/**
 * The status of a logged-in agent whose shifts ask for something else than before (undefined: for nothing). What they
 * ask for is taken, whatever the agent chose meanwhile, with two exceptions: nobody is put Online by a shift that comes
 * anew, and shifts that go give back only what they took.
 */
export function statusAfter(status: string, before: string | undefined, now: string | undefined): string {
  if (now === before) return status
  if (now === undefined) return status === before ? ONLINE : status
  return now === ONLINE && before === undefined ? status : now
}

function isWorking(plan: ShiftPlan, time: number): boolean {
  const today = dayShown(plan.clock, time)
  // hours of yesterday may go over midnight; where a clock is put back over midnight, tomorrow began already
  return [today - 1, today, today + 1]
    .flatMap((day) => stretchesOf(plan, day))
    .some(({ from, to }) => from <= time && time < to)
}

function lastEnded(plan: ShiftPlan, time: number): Stretch | undefined {
  const today = dayShown(plan.clock, time)
  const endedOf = (day: number) => stretchesOf(plan, day).filter(({ to }) => to <= time)
  for (let day = today; day > today - HORIZON_DAYS; day -= 1) {
    const ended = endedOf(day)
    // hours of the day before end later when they go over midnight
    if (ended.length) return [...ended, ...endedOf(day - 1)].sort(latestFirst)[0]
  }
  return undefined
}

function latestFirst(one: Stretch, other: Stretch): number {
  return other.to - one.to || other.from - one.from
}

function soonest(
  plans: readonly ShiftPlan[],
  time: number,
  momentsOf: (stretch: Stretch) => readonly number[],
): number | undefined {
  const found = plans.flatMap((plan) => soonestOf(plan, time, momentsOf) ?? [])
  return found.length ? Math.min(...found) : undefined
}

function soonestOf(
  plan: ShiftPlan,
  time: number,
  momentsOf: (stretch: Stretch) => readonly number[],
): number | undefined {
  if (!plan.hours.length) return undefined
  const today = dayShown(plan.clock, time)
  let found: number | undefined
  for (let day = today - 1; day < today + HORIZON_DAYS; day += 1) {
    const moments = stretchesOf(plan, day).flatMap(momentsOf)
    const later = moments.filter((moment) => moment > time)
    found = Math.min(found ?? Number.POSITIVE_INFINITY, ...later)
    if (Number.isFinite(found) && day > today) return found
  }
  return Number.isFinite(found) ? found : undefined
}

/** The hours that begin on a day; a holiday has none, and hours over midnight end where a holiday begins. */
function stretchesOf({ clock, hours, holidays }: ShiftPlan, day: number): Stretch[] {
  if (holidays.has(day)) return []
  return hours
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .map(({ from, to, awayStatus }) => ({
      from: momentShown(clock, day, from),
      to: momentShown(clock, day, holidays.has(day + 1) ? Math.min(to, DAY_MINUTES) : to),
      awayStatus,
    }))
    .filter((stretch) => stretch.from < stretch.to)
}
