import type { ReactNode } from 'react'
import classes from './api-keys.module.css'

interface ListBlockProps {
  readonly title: string
  readonly sentence: ReactNode
  readonly action: ReactNode
  readonly children: ReactNode
}

/** A list with a heading of its own, one of several on a page. */
export function ListBlock({ title, sentence, action, children }: ListBlockProps) {
  return (
    <section className={classes.block} aria-label={title}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.sentence}>{sentence}</p>
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
