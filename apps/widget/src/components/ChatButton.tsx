import { MarkIcon } from './icons.tsx'
import type { Widget } from './widget.ts'

/** The round button, with the number of unread messages. */
export function ChatButton({ state: { unread }, actions, t }: Widget) {
  return (
    <button
      type="button"
      class="chat-button"
      aria-label={unread ? t.openUnread(unread) : t.open}
      onClick={actions.open}
      data-first
    >
      <MarkIcon />
      {unread > 0 && (
        <span class="badge" aria-hidden="true">
          {unread > 9 ? '9+' : unread}
        </span>
      )}
    </button>
  )
}
