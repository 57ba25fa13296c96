import { IconHourglassEmpty } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './panel-ui.module.css'

/** A quiet line over settings that are kept but change nothing so far. */
export function NotYetNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className={classes.readOnly}>
      <IconHourglassEmpty size={16} stroke={1.6} />
      <span>{children}</span>
    </p>
  )
}
