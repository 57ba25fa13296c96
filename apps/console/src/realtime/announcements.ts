import { readPref } from '../lib/prefs.ts'
import { playSound } from '../lib/sound.ts'
import { toastNews } from '../ui/toasts.tsx'

/** Something that happened while the agent may look elsewhere. */
export interface Announcement {
  readonly kind: 'offer' | 'chat' | 'message' | 'segment'
  /** the chat it is about; of a segment the visitor */
  readonly id: string
  readonly title: string
  readonly text: string
}

/** How many characters of a message a desktop notice shows. */
const NOTICE_LENGTH = 140

/** The chat that is open; what happens in it while the page is looked at needs no notice. */
let openChat: string | null = null
let opener: (path: string) => void = () => undefined

/** Says which chat is open now. */
export function setOpenChat(chatId: string | null): void {
  openChat = chatId
}

/** Says how a desktop notice opens what it is about. */
export function setNoticeOpener(open: (path: string) => void): void {
  opener = open
}

/** Sound and desktop notice for news, never more: the focus stays where it is. */
export function announce(news: Announcement): void {
  const isLookedAt = document.hasFocus() && openChat === news.id
  if (isLookedAt && news.kind === 'message') return
  if (readPref('sound') !== 'off') playSound(news.kind === 'offer' || news.kind === 'chat' ? 'chat' : 'message')
  if (!document.hasFocus()) showNotice(news)
  // everything else shows itself in the list of chats
  if (news.kind === 'segment') toastNews(news.title, news.text, () => opener(pathOf(news)))
}

/** The page that shows what the news is about. */
function pathOf({ kind, id }: Announcement): string {
  return kind === 'segment' ? `/console/visitors?visitor=${id}` : `/console/chats/${id}`
}

function showNotice(news: Announcement): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const { id, title, text } = news
  try {
    const body = text.length > NOTICE_LENGTH ? `${text.slice(0, NOTICE_LENGTH - 1)}…` : text
    const notice = new Notification(title, { body, tag: id, icon: '/assets/console/favicon.svg' })
    notice.onclick = () => {
      window.focus()
      opener(pathOf(news))
      notice.close()
    }
  } catch {
    // Some phones only allow notices from service workers; the sound and the title must do there.
  }
}
