import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { RealtimeProvider } from '../../realtime/provider.tsx'
import { useUnreadTotal } from '../../realtime/selectors.ts'
import { useGoTo } from '../../ui/app-link.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { useSession } from '../api.ts'
import { CommandPalette } from './command-palette.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Rail } from './rail.tsx'
import { sectionOf, sections } from './sections.ts'
import classes from './shell.module.css'
import { ShortcutModal } from './shortcut-modal.tsx'
import { TopBar } from './top-bar.tsx'
import { useUnreadTitle } from './unread-title.ts'

/** The frame around every page behind the sign-in. */
export function Shell() {
  const session = useSession()
  if (session.status !== 'signedIn') return null
  return (
    <RealtimeProvider agentId={session.agentId}>
      <Frame />
    </RealtimeProvider>
  )
}

function Frame() {
  const goTo = useGoTo()
  const { pathname } = useLocation()
  const { chatId } = useParams({ strict: false })
  const unread = useUnreadTotal()
  const [isMapOpen, setMapOpen] = useState(false)
  const title = sectionOf(pathname)?.label ?? ''
  useUnreadTitle(title, unread)
  useShortcuts({
    '?': () => setMapOpen(true),
    ...Object.fromEntries(sections.map(({ sequence, href }) => [sequence, () => goTo(href)])),
  })
  return (
    <div className={classes.shell} data-deep={chatId ? true : undefined}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <div className={classes.rail}>
        <Rail unread={unread} />
      </div>
      <div className={classes.top}>
        <TopBar title={title} onHelp={() => setMapOpen(true)} />
        <ConnectionBanner />
      </div>
      <main id="content" className={classes.main} tabIndex={-1}>
        <Suspense
          fallback={
            <div style={{ padding: 32 }}>
              <SkeletonLines />
            </div>
          }
        >
          <Outlet />
        </Suspense>
      </main>
      <CommandPalette onHelp={() => setMapOpen(true)} />
      <ShortcutModal isOpen={isMapOpen} onClose={() => setMapOpen(false)} />
    </div>
  )
}
