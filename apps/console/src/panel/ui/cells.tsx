import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { dateTime, when } from '../../lib/time.ts'
import classes from './panel-ui.module.css'

interface NameCellProps {
  readonly name: string
  readonly note?: ReactNode
  readonly leading?: ReactNode
  /** Behind the name: a state that is worth a word. */
  readonly tag?: ReactNode
}

/** A thing's name, with a line about it below. */
export function NameCell({ name, note, leading, tag }: NameCellProps) {
  return (
    <div className={classes.cellMain}>
      {leading}
      <div className={classes.cellText}>
        <div className={classes.cellHead}>
          <span className={`${classes.cellName} p-truncate`} title={name}>
            {name}
          </span>
          {tag}
        </div>
        {note && <div className={`${classes.cellNote} p-truncate`}>{note}</div>}
      </div>
    </div>
  )
}

/** Text that gives way when there is no room, and a quiet dash when there is no text. */
export function TextCell({ children }: { readonly children: string | null | undefined }) {
  if (!children) return <span className={classes.muted}>–</span>
  return (
    <div className="p-truncate" title={children}>
      {children}
    </div>
  )
}

/** A moment as short as it is clear, with the whole of it on hover. */
export function TimeCell({ iso }: { readonly iso: string | null }) {
  if (!iso) return <span className={classes.muted}>–</span>
  return (
    <time dateTime={iso} title={dateTime(iso)} className={classes.time}>
      {when(iso, Date.now())}
    </time>
  )
}

/** The menu at the end of a row. */
export function RowMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.actions}>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon aria-label={label}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{children}</Menu.Dropdown>
      </Menu>
    </div>
  )
}
