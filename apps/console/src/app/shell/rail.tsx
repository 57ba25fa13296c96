import { Tooltip } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { AppLink } from '../../ui/app-link.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Logo } from '../../ui/logo.tsx'
import classes from './rail.module.css'
import { sectionOf, sections } from './sections.ts'
import { StatusMenu } from './status-menu.tsx'

interface RailProps {
  /** Unread messages and offers, shown at Chats. */
  readonly unread: number
}

/** The way between the parts of the console: at the left, on a phone at the bottom. */
export function Rail({ unread }: RailProps) {
  const { pathname } = useLocation()
  const current = sectionOf(pathname)
  return (
    <nav className={classes.rail} aria-label="Main">
      <div className={classes.logo}>
        <Logo size={26} />
      </div>
      <ul className={classes.list}>
        {sections.map((section) => (
          <li key={section.href}>
            <Tooltip
              position="right"
              label={
                <>
                  {section.label} <Kbd keys={section.keys} />
                </>
              }
            >
              <AppLink
                href={section.href}
                className={classes.link}
                aria-label={section.label}
                aria-current={current === section ? 'page' : undefined}
              >
                <section.icon size={21} stroke={1.6} />
                <span className={classes.label}>{section.label}</span>
                {section.label === 'Chats' && unread > 0 && (
                  <span className={classes.badge}>
                    {unread > 99 ? '99+' : unread}
                    <span className="p-hidden"> unread</span>
                  </span>
                )}
              </AppLink>
            </Tooltip>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <StatusMenu />
      </div>
    </nav>
  )
}
