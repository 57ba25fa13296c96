import type { VisitorSummaryShape } from '@parley/contract'
import classes from './segment-tags.module.css'

type Segments = VisitorSummaryShape['segments']

/** More dots than this say no more. */
const MOST_DOTS = 4

/** The segments a visitor is in, by name. */
export function SegmentTags({ segments }: { readonly segments: Segments }) {
  if (segments.length === 0) return null
  return (
    <ul className={classes.tags} aria-label="Segments">
      {segments.map(({ id, name, color }) => (
        <li key={id} className={classes.tag}>
          <span className={classes.dot} style={{ background: color }} aria-hidden />
          <span className="p-truncate" dir="auto">
            {name}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The segments a visitor is in, by colour only, for rows where there is no room for names. */
export function SegmentDots({ segments }: { readonly segments: Segments }) {
  if (segments.length === 0) return null
  const names = segments.map(({ name }) => name).join(', ')
  return (
    <span className={classes.dots} role="img" aria-label={`Segments: ${names}`} title={names}>
      {segments.slice(0, MOST_DOTS).map(({ id, color }) => (
        <span key={id} className={classes.dot} style={{ background: color }} />
      ))}
    </span>
  )
}
