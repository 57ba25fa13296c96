import type { JSX } from 'preact'
import { stayAtEnd, walkBubbles } from '../lib/log.ts'
import { lastOwnKey, timelineOf } from '../lib/timeline.ts'
import { waitWords } from '../lib/wait-words.ts'
import { AfterChat } from './AfterChat.tsx'
import { Composer } from './Composer.tsx'
import { TimelineRow } from './TimelineRow.tsx'
import type { Widget } from './widget.ts'

/** The messages, and below them what the visitor can do next. */
export function Conversation(widget: Widget) {
  const { state, actions, t } = widget
  const { chat, campaign } = state
  const rows = drawRows(widget)
  const isWaiting = chat?.state === 'waiting' || chat?.state === 'offered'

  return (
    <>
      {isWaiting && <QueueCard {...widget} />}
      <div
        class="log"
        role="log"
        aria-live="polite"
        aria-label={t.chat}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        ref={stayAtEnd}
        onKeyDown={walkBubbles}
      >
        {rows.length ? (
          rows
        ) : (
          <div class="bubble-line">
            <p class="bubble" dir="auto">
              {campaign?.greeting || t.hello}
            </p>
          </div>
        )}
      </div>
      {chat?.typing && state.connection === 'open' && (
        <p class="typing" role="status">
          <i />
          <i />
          <i />
          {t.typing(chat.typing)}
        </p>
      )}
      {state.isAskingEnd ? (
        <EndQuestion {...widget} />
      ) : chat?.state === 'ended' ? (
        <AfterChat {...widget} />
      ) : (
        <Composer {...widget} />
      )}
      {isWaiting && (
        <button type="button" class="quiet instead" onClick={actions.leaveInstead}>
          {t.messageInstead}
        </button>
      )}
    </>
  )
}

// The same elements as long as the messages are the same: typing a letter must not go through a long chat
let drawn: { of: unknown[]; rows: JSX.Element[] } = { of: [], rows: [] }

function drawRows({ state, actions, t, locale }: Widget): JSX.Element[] {
  const { chat, outbox } = state
  const of = [chat?.messages, outbox, t]
  if (of.some((part, index) => part !== drawn.of[index])) {
    const rows = timelineOf(chat?.messages ?? [], outbox)
    const lastOwn = lastOwnKey(rows)
    const common = { lastOwn, t, locale, retry: actions.retry }
    drawn = { of, rows: rows.map((row) => <TimelineRow key={row.key} row={row} {...common} />) }
  }
  return drawn.rows
}

/** Place in the queue and the expected wait, in words. */
function QueueCard({ state: { chat }, t }: Widget) {
  const queue = chat?.state === 'waiting' ? chat.queue : null
  const place = queue && (queue.position > 1 ? t.waitingPlace(queue.position) : t.waitingFirst)
  return (
    <div class="queue" role="status">
      <strong>{place || t.waitingNow}</strong>
      <span>{queue ? waitWords(queue.estimatedWait, t) : t.waitSoon}</span>
    </div>
  )
}

/** Asks before the visitor ends the chat: it cannot be taken up again. */
function EndQuestion({ actions, t }: Widget) {
  return (
    <div class="question" role="alertdialog" aria-label={t.endQuestion}>
      <strong>{t.endQuestion}</strong>
      <div class="row">
        <button type="button" class="secondary" onClick={() => actions.askEnd(false)} data-first>
          {t.keepChatting}
        </button>
        <button type="button" class="danger" onClick={actions.endChat}>
          {t.endChat}
        </button>
      </div>
    </div>
  )
}
