import { screenOf } from '../state/state.ts'
import { Conversation } from './Conversation.tsx'
import { MessageForm, PreChat } from './forms.tsx'
import { Header } from './Header.tsx'
import { CheckIcon } from './icons.tsx'
import type { Widget } from './widget.ts'

/** The open window: who is there, one line when something is wrong, and the screen. */
export function ChatWindow(widget: Widget) {
  const { state, actions, t } = widget
  const Screen = screens[screenOf(state)]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    if (state.isAskingEnd) actions.askEnd(false)
    else actions.minimise()
  }
  return (
    <div class="window" role="dialog" aria-label={t.chat} tabIndex={-1} onKeyDown={onKeyDown}>
      <Header {...widget} />
      <p class="line" role="status">
        {state.connection === 'lost' ? t.lost : state.problem}
      </p>
      <Screen {...widget} />
    </div>
  )
}

const screens = {
  loading: ({ t }: Widget) => (
    <div class="screen centred">
      <span class="late">{t.loading}</span>
    </div>
  ),
  preChat: PreChat,
  offline: MessageForm,
  thanks: ({ state, actions, t }: Widget) => (
    <div class="screen centred">
      <span class="tick">
        <CheckIcon />
      </span>
      <h2 tabIndex={-1} data-first>
        {t.thanksTitle}
      </h2>
      <p class="lead">{t.thanksText(state.leftMessage ?? '')}</p>
      <button type="button" class="quiet" onClick={actions.startOver}>
        {state.campaign?.isOnline ? t.newChat : t.writeAnother}
      </button>
    </div>
  ),
  conversation: Conversation,
}
