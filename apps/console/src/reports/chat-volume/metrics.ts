import type { Metric } from './totals.ts'

/** A number of the report, with the one colour that means it. */
export interface MetricWords {
  readonly id: Metric
  readonly label: string
  readonly color: string
}

/** The four numbers, from the whole to its parts. */
export const metrics: readonly MetricWords[] = [
  { id: 'requests', label: 'Requests', color: 'var(--p-text)' },
  { id: 'answered', label: 'Answered', color: 'var(--volume-answered)' },
  { id: 'missed', label: 'Missed', color: 'var(--volume-missed)' },
  { id: 'refused', label: 'Refused', color: 'var(--volume-refused)' },
]

/** The parts a request ends up in. */
export const outcomes = metrics.filter(({ id }) => id !== 'requests')
