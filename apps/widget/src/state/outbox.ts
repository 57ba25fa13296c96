import type { VisitorChat } from '@parley/client/visitor'
import { newId } from '../lib/ids.ts'
import type { Kept } from './kept.ts'
import type { Outgoing, WidgetState } from './state.ts'
import type { Store } from './store.ts'

const KEY = 'outbox'

/**
 * The visitor's messages on their way. They are kept for the tab under their own ids, so that a reload sends again
 * what was not acknowledged, and the server stores it once.
 */
export interface Outbox {
  add(text: string): void
  /** Sends what is not under way yet. */
  flush(chat: VisitorChat): void
  retry(clientMessageId: string, chat: VisitorChat): void
  /** Drops what the chat has stored by now. */
  settle(chat: VisitorChat): void
  /** Puts everything that was not stored back into the draft, after `written`. */
  takeBack(written?: readonly string[]): void
}

/** Makes the outbox; what an earlier page of this tab left in it is there again. */
export function createOutbox(store: Store<WidgetState>, tab: Kept): Outbox {
  const underWay = new Set<string>()
  const put = (outbox: readonly Outgoing[]) => {
    store.set({ outbox })
    tab.write(KEY, outbox.length ? outbox : null)
  }
  const mark = (id: string, delivery: Outgoing['delivery']) =>
    put(store.get().outbox.map((out) => (out.clientMessageId === id ? { ...out, delivery } : out)))

  async function post(chat: VisitorChat, { clientMessageId, content }: Outgoing): Promise<void> {
    underWay.add(clientMessageId)
    try {
      await chat.send(content, { clientMessageId })
      mark(clientMessageId, 'sent')
    } catch {
      // Nobody has answered yet: it goes out again when somebody does
      if (chat.state === 'active') mark(clientMessageId, 'failed')
    } finally {
      underWay.delete(clientMessageId)
    }
  }

  put(
    (tab.read<Outgoing[]>(KEY) ?? []).map((out) => (out.delivery === 'failed' ? { ...out, delivery: 'sending' } : out)),
  )
  return {
    add(content) {
      const sentTime = new Date().toISOString()
      put([
        ...store.get().outbox,
        { type: 'visitor', clientMessageId: newId(), content, sentTime, delivery: 'sending' },
      ])
    },
    flush(chat) {
      for (const out of store.get().outbox) {
        if (out.delivery === 'sending' && !underWay.has(out.clientMessageId)) void post(chat, out)
      }
    },
    retry(clientMessageId, chat) {
      mark(clientMessageId, 'sending')
      this.flush(chat)
    },
    settle(chat) {
      const stored = new Set(chat.messages.map((message) => message.clientMessageId))
      const rest = store.get().outbox.filter((out) => !stored.has(out.clientMessageId))
      if (rest.length < store.get().outbox.length) put(rest)
    },
    takeBack(written = []) {
      const { outbox, draft } = store.get()
      const unsent = outbox.filter(({ delivery }) => delivery !== 'sent').map(({ content }) => content)
      put([])
      const texts = [...written, ...unsent, draft].filter(Boolean).join('\n')
      tab.write('draft', texts)
      store.set({ draft: texts })
    },
  }
}
