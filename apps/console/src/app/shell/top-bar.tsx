import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconHelp, IconSearch } from '@tabler/icons-react'
import { Kbd } from '../../ui/kbd.tsx'
import classes from './top-bar.module.css'

interface TopBarProps {
  readonly title: string
  readonly onHelp: () => void
}

/** Page title, search, help. */
export function TopBar({ title, onHelp }: TopBarProps) {
  return (
    <header className={classes.bar}>
      <span className={classes.title}>{title}</span>
      <UnstyledButton className={classes.search} onClick={() => spotlight.open()} aria-label="Search pages and actions">
        <IconSearch size={15} />
        <span className={classes.words}>Search or jump to…</span>
        <span className={classes.keys}>
          <Kbd keys="Ctrl K" />
        </span>
      </UnstyledButton>
      <Tooltip
        label={
          <>
            Keyboard shortcuts <Kbd keys="?" />
          </>
        }
      >
        <ActionIcon onClick={onHelp} aria-label="Keyboard shortcuts" className={classes.help}>
          <IconHelp size={19} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}
