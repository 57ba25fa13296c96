import type { ReactNode } from 'react'
import classes from './hint.module.css'

interface HintProps {
  /** amber: something is not right yet; green: it is; grey: good to know. */
  readonly tone: 'amber' | 'green' | 'grey'
  readonly children: ReactNode
}

/** A quiet line below a field that answers while somebody types. */
export function Hint({ tone, children }: HintProps) {
  return (
    <p className={classes.hint} data-tone={tone} role="status">
      {children}
    </p>
  )
}
