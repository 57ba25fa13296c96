import { ChatButton } from './ChatButton.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import { NoticeCard } from './NoticeCard.tsx'
import type { Widget } from './widget.ts'

/** The whole app: the window, or the button with perhaps a notice above it. */
export function App(widget: Widget) {
  const { layout } = widget.state
  if (layout === 'window') return <ChatWindow {...widget} />
  if (layout === 'hidden') return null
  return (
    <>
      {layout === 'notice' && <NoticeCard {...widget} />}
      <ChatButton {...widget} />
    </>
  )
}
