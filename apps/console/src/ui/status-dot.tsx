import classes from './status-dot.module.css'

/** Each tone means one thing: green online or answered, amber waiting or away, red missed or destructive, blue information. */
export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'grey'

interface StatusDotProps {
  readonly tone: Tone
  /** Said to screen readers when no word stands beside the dot. */
  readonly label?: string
  readonly size?: number
}

/** A small round sign of a status. */
export function StatusDot({ tone, label, size = 8 }: StatusDotProps) {
  const named = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
  return <span className={classes.dot} data-tone={tone} style={{ width: size, height: size }} {...named} />
}

/** A status in words, with its dot or on a soft ground of its tone. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  )
}

/** The tone of an agent's status; every status but Online and Offline is a kind of away. */
export function agentTone(status: string | undefined): Tone {
  if (status === 'Online') return 'green'
  if (!status || status === 'Offline') return 'grey'
  return 'amber'
}
