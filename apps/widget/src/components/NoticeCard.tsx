import { CloseIcon, IconButton } from './icons.tsx'
import type { Widget } from './widget.ts'

/** An agent's message while the window is minimised: two lines of it above the button. */
export function NoticeCard({ state: { notice }, actions, t }: Widget) {
  return (
    <div class="notice" role="status">
      <button type="button" class="notice-text" onClick={actions.open}>
        <strong>{notice?.sender}</strong>
        <span dir="auto">{notice?.text}</span>
      </button>
      <IconButton label={t.dismiss} onClick={actions.dismissNotice}>
        <CloseIcon />
      </IconButton>
    </div>
  )
}
