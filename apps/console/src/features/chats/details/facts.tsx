import type { ReactNode } from 'react'
import classes from './details-pane.module.css'

interface FactsProps {
  readonly title: string
  readonly facts: readonly (readonly [label: string, value: ReactNode])[]
}

/** A titled list of what is known; what is not known takes no room. */
export function Facts({ title, facts }: FactsProps) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '')
  if (known.length === 0) return null
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{title}</h3>
      <dl className={classes.facts}>
        {known.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
