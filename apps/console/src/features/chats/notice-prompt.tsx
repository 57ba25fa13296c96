import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useState } from 'react'
import { usePref } from '../../lib/prefs.ts'
import classes from './notice-prompt.module.css'

/** Asks once, in the page and not by the browser's own dialog, whether desktop notices are wanted. */
export function NoticePrompt() {
  const [answer, setAnswer] = usePref('notices', 'unasked')
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'))
  if (answer !== 'unasked' || permission !== 'default') return null
  const allow = async () => {
    setAnswer('asked')
    setPermission(await Notification.requestPermission())
  }
  return (
    <div className={classes.prompt}>
      <IconBell size={18} stroke={1.6} className={classes.icon} />
      <div>
        <p className={classes.text}>Get a desktop notice when a visitor writes while you are elsewhere?</p>
        <div className={classes.actions}>
          <Button size="compact-sm" variant="light" onClick={allow}>
            Turn on
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAnswer('later')}>
            Not now
          </Button>
        </div>
      </div>
    </div>
  )
}
