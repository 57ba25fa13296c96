import { splitLinks } from '../lib/links.ts'
import type { Bubble, Row } from '../lib/timeline.ts'
import type { Words } from '../locale/en.ts'

interface Common {
  /** The key of the visitor's last bubble: the only one that says that it was sent. */
  readonly lastOwn: string | undefined
  readonly t: Words
  readonly locale: string | undefined
  readonly retry: (clientMessageId: string) => void
}

/** A day, a system line, or the bubbles of one sender. */
export function TimelineRow({ row, ...common }: Common & { row: Row }) {
  const { t } = common
  if (row.kind === 'day') return <p class="day">{dayWords(row.date, common)}</p>
  if (row.kind === 'system') {
    return (
      <p class="system" dir="auto">
        <MessageText content={row.text} />
      </p>
    )
  }
  const isOwn = row.sender === null
  return (
    <div class={isOwn ? 'group own' : 'group'}>
      <p class={isOwn ? 'sr-only' : 'sender'} dir="auto">
        {row.sender ?? t.you}
      </p>
      {row.bubbles.map((bubble) => (
        <BubbleLine key={bubble.key} bubble={bubble} {...common} />
      ))}
    </div>
  )
}

function BubbleLine({ bubble, lastOwn, t, locale, retry }: Common & { bubble: Bubble }) {
  const { key, text, time, delivery } = bubble
  return (
    <div class={`bubble-line ${delivery ?? ''}`}>
      <div class="bubble" tabIndex={-1} dir="auto">
        <MessageText content={text} />
      </div>
      <p class="meta">
        {delivery === 'failed' ? (
          <>
            {t.notSent}{' '}
            <button type="button" onClick={() => retry(key)}>
              {t.tryAgain}
            </button>
          </>
        ) : delivery === 'sending' ? (
          t.sending
        ) : (
          <>
            {time.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })}
            {key === lastOwn && <span class="done">{t.sent}</span>}
          </>
        )}
      </p>
    </div>
  )
}

/** A message's text: never HTML, links clickable. */
function MessageText({ content }: { content: string }) {
  return splitLinks(content).map((part) =>
    part.href ? (
      <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  )
}

function dayWords(date: Date, { t, locale }: Common): string {
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86_400_000)
  return (
    [t.today, t.yesterday][days] ?? date.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  )
}

const startOfDay = (date: Date) => new Date(date).setHours(0, 0, 0, 0)
