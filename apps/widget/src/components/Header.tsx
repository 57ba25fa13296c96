import { IconButton, LeaveIcon, MarkIcon, MinimiseIcon } from './icons.tsx'
import type { Widget } from './widget.ts'

/** Who is on the other side, presence in words, and the ways out. */
export function Header({ state: { chat, campaign }, actions, t }: Widget) {
  const agent = chat?.agentName
  const isRunning = chat && chat.state !== 'ended'
  const isOn = isRunning || (!chat && campaign?.isOnline)
  const presence = chat?.state === 'active' ? t.inChat : chat && !isRunning ? t.chatOver : isOn ? t.online : t.away

  return (
    <header class="header">
      <span class="avatar" aria-hidden="true">
        {agent ? initialsOf(agent) : <MarkIcon />}
      </span>
      <div class="header-text">
        <h1>{agent || campaign?.company || campaign?.name || t.chat}</h1>
        {campaign && <p class={isOn ? 'presence on' : 'presence'}>{presence}</p>}
      </div>
      {isRunning && (
        <IconButton label={t.endChat} onClick={() => actions.askEnd(true)}>
          <LeaveIcon />
        </IconButton>
      )}
      <IconButton label={t.minimise} onClick={actions.minimise}>
        <MinimiseIcon />
      </IconButton>
    </header>
  )
}

function initialsOf(name: string): string {
  const letters = name.match(/(?<!\S)\S/gu) ?? []
  return [letters[0], letters[1] && letters.at(-1)].join('')
}
