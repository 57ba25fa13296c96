import { readPref } from '../lib/prefs.ts'
import { playSound } from '../lib/sound.ts'

/** Something that happened while the agent may look elsewhere. */
export interface Announcement {
  readonly kind: 'offer' | 'chat' | 'message'
  readonly chatId: string
  readonly title: string
  readonly text: string
}

/** How many characters of a message a desktop notice shows. */
const NOTICE_LENGTH = 140

/** The chat that is open; what happens in it while the page is looked at needs no notice. */
let openChat: string | null = null
let opener: (chatId: string) => void = () => undefined

/** Says which chat is open now. */
export function setOpenChat(chatId: string | null): void {
  openChat = chatId
}

/** Says how a desktop notice opens its chat. */
export function setNoticeOpener(open: (chatId: string) => void): void {
  opener = open
}

/** Sound and desktop notice for news, never more: the focus stays where it is. */
export function announce(news: Announcement): void {
  const isLookedAt = document.hasFocus() && openChat === news.chatId
  if (isLookedAt && news.kind === 'message') return
  if (readPref('sound') !== 'off') playSound(news.kind === 'message' ? 'message' : 'chat')
  if (!document.hasFocus()) showNotice(news)
}

function showNotice({ chatId, title, text }: Announcement): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  try {
    const body = text.length > NOTICE_LENGTH ? `${text.slice(0, NOTICE_LENGTH - 1)}…` : text
    const notice = new Notification(title, { body, tag: chatId, icon: '/assets/console/favicon.svg' })
    notice.onclick = () => {
      window.focus()
      opener(chatId)
      notice.close()
    }
  } catch {
    // Some phones only allow notices from service workers; the sound and the title must do there.
  }
}
