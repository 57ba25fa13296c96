import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  readonly title: ReactNode
  /** One sentence that says what the page is for. */
  readonly sentence?: ReactNode
  /** The page's primary action, at the right of the title. */
  readonly action?: ReactNode
  /** Above the title: where the page lies, with a way back. */
  readonly back?: ReactNode
  /** Reading width (forms) or everything there is (tables). */
  readonly width?: 'narrow' | 'normal' | 'full'
  readonly children: ReactNode
}

/** The frame of every page: title, sentence, action, content. */
export function Page({ title, sentence, action, back, width = 'normal', children }: PageProps) {
  return (
    <div className={classes.scroll}>
      <div className={classes.page} data-width={width}>
        {back && <div className={classes.back}>{back}</div>}
        <header className={classes.head}>
          <div className={classes.words}>
            <h1 className={classes.title}>{title}</h1>
            {sentence && <p className={classes.sentence}>{sentence}</p>}
          </div>
          {action && <div className={classes.action}>{action}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}

interface SectionProps {
  readonly title?: ReactNode
  readonly sentence?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A titled card on a page. */
export function Section({ title, sentence, action, children }: SectionProps) {
  return (
    <section className={classes.section}>
      {(title || action) && (
        <div className={classes.sectionHead}>
          <div className={classes.words}>
            {title && <h2 className={classes.sectionTitle}>{title}</h2>}
            {sentence && <p className={classes.sentence}>{sentence}</p>}
          </div>
          {action && <div className={classes.action}>{action}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
