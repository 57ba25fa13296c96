import { Anchor } from '@mantine/core'
import { hideNotification, showNotification } from '@mantine/notifications'
import { IconAlertCircle, IconBell, IconCheck } from '@tabler/icons-react'
import { errorMessage } from '../lib/errors.ts'

/** How long a toast stays; one that offers to undo stays longer. */
const STAY_MS = 4_000
const UNDO_STAY_MS = 8_000
const NEWS_STAY_MS = 10_000

/** A quiet word that something worked. */
export function toastDone(message: string, undo?: () => void): void {
  const id = `done-${message}-${Date.now()}`
  const back = undo && (
    <Anchor
      component="button"
      type="button"
      ml="sm"
      fw={550}
      onClick={() => {
        hideNotification(id)
        undo()
      }}
    >
      Undo
    </Anchor>
  )
  showNotification({
    id,
    message: (
      <>
        {message}
        {back}
      </>
    ),
    icon: <IconCheck size={16} />,
    color: 'teal',
    autoClose: undo ? UNDO_STAY_MS : STAY_MS,
  })
}

/** Something happened that is worth a look, and the way to it. */
export function toastNews(title: string, message: string, look: () => void): void {
  const id = `news-${title}-${Date.now()}`
  showNotification({
    id,
    title,
    message: (
      <>
        {message}
        <Anchor
          component="button"
          type="button"
          ml="sm"
          fw={550}
          onClick={() => {
            hideNotification(id)
            look()
          }}
        >
          Show
        </Anchor>
      </>
    ),
    icon: <IconBell size={16} />,
    color: 'blue',
    autoClose: NEWS_STAY_MS,
  })
}

/** Says that something the person asked for did not happen, and why. */
export function toastFailed(what: string, error: unknown): void {
  showNotification({
    title: what,
    message: errorMessage(error),
    icon: <IconAlertCircle size={16} />,
    color: 'red',
    autoClose: 2 * STAY_MS,
  })
}
