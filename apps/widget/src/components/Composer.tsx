import { SendIcon } from './icons.tsx'
import { staying, type Widget } from './widget.ts'

/** Where the visitor writes: Enter sends, Shift+Enter starts a new line. */
export function Composer({ state: { draft }, actions, t }: Widget) {
  const send = staying(actions.send)
  return (
    <form class="composer" onSubmit={send}>
      <textarea
        // A new function each time, so that it is called each time
        ref={(area) => fitHeight(area)}
        rows={1}
        maxLength={10_000}
        dir="auto"
        value={draft}
        placeholder={t.write}
        aria-label={t.write}
        enterkeyhint="send"
        onInput={(event) => actions.write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
        }}
        data-first
      />
      {/* Pressing it must not take the focus, and a phone's keyboard, from the text */}
      <button
        type="submit"
        class="send"
        aria-label={t.send}
        aria-disabled={!draft.trim()}
        onMouseDown={(event) => event.preventDefault()}
      >
        <SendIcon />
      </button>
    </form>
  )
}

function fitHeight(area: HTMLTextAreaElement | null): void {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
