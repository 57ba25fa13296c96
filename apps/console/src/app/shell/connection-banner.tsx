import { Button } from '@mantine/core'
import { IconCloudOff, IconPlugConnected } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useStore } from '../../realtime/store.ts'
import { linkStore } from '../../realtime/stores.ts'
import { useDelayed } from '../../ui/states.tsx'
import classes from './connection-banner.module.css'

/** A reconnection that succeeds within this time is not worth a word. */
const QUIET_MS = 1_200

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** One line that says when what is shown may be out of date, and what happens to what one writes. */
export function ConnectionBanner() {
  const connection = useStore(linkStore, (link) => link.connection)
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const isShown = useDelayed(connection !== 'open' || !isOnline, QUIET_MS)
  if (!isShown) return null
  if (connection === 'closed') {
    return (
      <div className={classes.banner} role="status">
        <IconCloudOff size={16} />
        The live connection was closed.
        <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.banner} role="status">
      {isOnline ? <IconPlugConnected size={16} /> : <IconCloudOff size={16} />}
      {isOnline ? 'Reconnecting.' : 'You are offline.'} What you write is kept and sent when the connection is back.
    </div>
  )
}
