import type { Conditional } from '../../settings/conditions/check-conditions.ts'
import { areMet } from './conditions-rules.ts'
import type { PlainFacts, VisitorFacts } from './visitor-facts.ts'

/** An enabled customer segment. */
export interface Segment extends Conditional {
  readonly id: string
}

/**
 * The ids of the segments a visitor is in, in the order given: all whose conditions hold. A segment may ask for another
 * one, before or behind it; those that ask for each other in a circle are left empty.
 */
export function segmentsOf(segments: readonly Segment[], facts: PlainFacts): string[] {
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  const known = new Map<string, boolean>()
  const isIn = (id: string): boolean => {
    const segment = byId.get(id)
    if (!segment) return false
    const result = known.get(id) ?? (!isInCircle(byId, id) && areMet(segment, { ...facts, Segmentation: others }))
    known.set(id, result)
    return result
  }
  const others: VisitorFacts['Segmentation'] = { has: isIn }
  return segments.map(({ id }) => id).filter(isIn)
}

/** Whether a segment asks for itself, through however many others. */
function isInCircle(byId: ReadonlyMap<string, Segment>, id: string): boolean {
  const asked = [id]
  // grows while it is gone through
  for (const one of asked) {
    for (const { field, value } of byId.get(one)?.conditions ?? []) {
      if (field !== 'Segmentation') continue
      if (value === id) return true
      if (!asked.includes(value)) asked.push(value)
    }
  }
  return false
}
