import { saveTranscript } from '../lib/transcript.ts'
import { Face } from './icons.tsx'
import { staying, type Widget } from './widget.ts'

/** After the chat: one tap rates it, a comment may follow, and there is a way on. */
export function AfterChat(widget: Widget) {
  const { state, actions, t } = widget
  const { chat, grade } = state
  const endings = { agent: t.endedByAgent(chat?.agentName ?? t.team), visitor: t.endedByYou, system: t.endedBySystem }

  return (
    <section class="after">
      <h2 tabIndex={-1} data-first>
        {endings[chat?.endedBy ?? 'system']}
      </h2>
      {(grade || !chat?.isRated) && (
        <fieldset class="row grades">
          <legend>{t.rateTitle}</legend>
          {t.grades.map((label, index) => (
            <button
              key={label}
              type="button"
              aria-label={label}
              title={label}
              aria-pressed={grade === index + 1}
              onClick={() => actions.rate(index + 1)}
            >
              <Face grade={index + 1} />
            </button>
          ))}
        </fieldset>
      )}
      <p class="rated" role="status">
        {grade && t.rateThanks}
      </p>
      {grade && !state.hasCommented && <Comment {...widget} />}
      <div class="row">
        <button type="button" class="secondary" onClick={() => saveTranscript(chat?.messages ?? [], t)}>
          {t.transcript}
        </button>
        <button type="button" class="primary" onClick={actions.startOver}>
          {t.newChat}
        </button>
      </div>
    </section>
  )
}

function Comment({ state: { comment }, actions, t }: Widget) {
  return (
    <form class="row comment" onSubmit={staying(actions.sendComment)}>
      <textarea
        rows={2}
        value={comment}
        maxLength={4000}
        dir="auto"
        aria-label={t.commentLabel}
        placeholder={t.commentLabel}
        onInput={(event) => actions.setComment(event.currentTarget.value)}
      />
      <button type="submit" class="secondary" aria-disabled={!comment.trim()}>
        {t.send}
      </button>
    </form>
  )
}
