import type { Visitor } from '@parley/client/visitor'
import { faultsOf } from '../lib/form-faults.ts'
import { wordsFor } from '../locale/words.ts'
import type { ChatFeed } from './chat-feed.ts'
import type { Focus } from './focus.ts'
import type { Kept } from './kept.ts'
import type { Outbox } from './outbox.ts'
import type { Person, WidgetState } from './state.ts'
import type { Store } from './store.ts'
import { createTypingSignal } from './typing-signal.ts'

/** What goes to the server. */
export interface ChatActions {
  /** The visitor types in the chat. */
  write(draft: string): void
  startChat(): Promise<void>
  send(): Promise<void>
  retry(clientMessageId: string): void
  endChat(): void
  /** Gives up waiting and writes a message. */
  leaveInstead(): void
  leaveMessage(): Promise<void>
  rate(grade: number): Promise<void>
  sendComment(): Promise<void>
}

interface ChatTools {
  readonly store: Store<WidgetState>
  readonly tab: Kept
  readonly browser: Kept
  readonly focus: Focus
  readonly outbox: Outbox
  readonly feed: ChatFeed
  readonly visitor: () => Visitor | undefined
  readonly saveDraft: (draft: string) => void
}

/** Makes the actions of the chat. */
export function createChatActions(tools: ChatTools): ChatActions {
  const { store, tab, browser, focus, outbox, feed, visitor, saveDraft } = tools
  const running = () => visitor()?.chat
  const typing = createTypingSignal((isTyping) => {
    const chat = running()
    if (chat?.state === 'active') chat.typing(isTyping)
  })

  /** Runs a command; the visitor is told in one line when it did not work. */
  async function attempt(command: () => Promise<unknown> | undefined): Promise<boolean> {
    store.set({ isBusy: true, problem: null })
    try {
      await command()
      return true
    } catch {
      store.set({ problem: wordsFor(store.get().campaign?.language ?? 'en').somethingWrong })
      return false
    } finally {
      store.set({ isBusy: false })
    }
  }

  /** Whether a form may go out now; its faults are shown otherwise. */
  function isReady(values: Parameters<typeof faultsOf>[0]): boolean {
    const faults = faultsOf(values)
    focus.want()
    store.set({ faults })
    return Object.keys(faults).length === 0 && !store.get().isBusy
  }

  /** What the form says is known from now on. */
  function remember(): Person {
    const { person } = store.get()
    const known = { name: person.name.trim(), email: person.email.trim() }
    browser.write('person', known)
    tab.write('typed', null)
    store.set({ known, person: known })
    return known
  }

  async function request(): Promise<void> {
    const { known, departmentId } = store.get()
    store.set({ isBusy: true, problem: null })
    try {
      const chat = await visitor()?.startChat({
        name: known.name || undefined,
        email: known.email || undefined,
        departmentId: departmentId || undefined,
      })
      if (chat) feed.follow(chat)
    } catch {
      // Nobody can take it, or the queue is full
      outbox.takeBack()
      store.set({ offlineReason: 'missed' })
    }
    store.set({ isBusy: false })
  }

  return {
    write(draft) {
      saveDraft(draft)
      if (draft.trim()) typing.touch()
      else typing.stop()
    },
    async startChat() {
      if (!isReady(store.get().person)) return
      remember()
      await request()
    },
    async send() {
      const { draft, isBusy } = store.get()
      if (!draft.trim()) return
      typing.stop()
      outbox.add(draft.trim())
      saveDraft('')
      const chat = running()
      if (chat) outbox.flush(chat)
      else if (!isBusy) await request()
    },
    retry(clientMessageId) {
      const chat = running()
      if (chat) outbox.retry(clientMessageId, chat)
    },
    endChat() {
      store.set({ isAskingEnd: false })
      void attempt(() => running()?.end())
    },
    leaveInstead() {
      store.set({ offlineReason: 'instead' })
      void attempt(() => running()?.end())
    },
    async leaveMessage() {
      const { person, draft, departmentId } = store.get()
      if (!isReady({ ...person, message: draft })) return
      const { name, email } = remember()
      const command = { name, email, message: draft.trim(), departmentId: departmentId || undefined }
      if (!(await attempt(() => visitor()?.leaveMessage(command)))) return
      saveDraft('')
      store.set({ leftMessage: email, offlineReason: null, chat: null })
    },
    async rate(grade) {
      store.set({ grade })
      if (!(await attempt(() => visitor()?.endedChat?.rate({ grade })))) store.set({ grade: null })
    },
    async sendComment() {
      const { grade, comment } = store.get()
      if (!grade || !comment.trim()) return
      const isSent = await attempt(() => visitor()?.endedChat?.rate({ grade, comment: comment.trim() }))
      store.set({ hasCommented: isSent })
    },
  }
}
