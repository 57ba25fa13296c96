import { prepareSound } from '../lib/sound.ts'
import type { ChatFeed } from './chat-feed.ts'
import type { Focus } from './focus.ts'
import type { Kept } from './kept.ts'
import type { Person, WidgetState } from './state.ts'
import type { Store } from './store.ts'

/** What concerns this window only, and nobody else. */
export interface ViewActions {
  open(): void
  minimise(): void
  dismissNotice(): void
  setDraft(draft: string): void
  setPerson(change: Partial<Person>): void
  setDepartment(departmentId: string): void
  setComment(comment: string): void
  askEnd(isAsking: boolean): void
  /** Leaves an ended chat, or what followed it, for a new beginning. */
  startOver(): void
}

interface ViewTools {
  readonly store: Store<WidgetState>
  readonly tab: Kept
  readonly feed: ChatFeed
  readonly focus: Focus
}

/** Makes the actions of the window. */
export function createViewActions({ store, tab, feed, focus }: ViewTools): ViewActions {
  return {
    open() {
      prepareSound()
      focus.want()
      store.set({ layout: 'window' })
      feed.look()
    },
    minimise() {
      focus.want()
      store.set({ layout: 'button', isAskingEnd: false, problem: null })
    },
    dismissNotice() {
      focus.want()
      store.set({ layout: 'button', notice: null })
    },
    setDraft(draft) {
      tab.write('draft', draft)
      store.set({ draft, problem: null, faults: {} })
    },
    setPerson(change) {
      const person = { ...store.get().person, ...change }
      tab.write('typed', person)
      store.set({ person, problem: null, faults: {} })
    },
    setDepartment: (departmentId) => store.set({ departmentId }),
    setComment: (comment) => store.set({ comment }),
    askEnd(isAskingEnd) {
      focus.want()
      store.set({ isAskingEnd })
    },
    startOver() {
      focus.want()
      tab.write('chatId', null)
      store.set({ chat: null, leftMessage: null, offlineReason: null, grade: null, comment: '', hasCommented: false })
    },
  }
}
