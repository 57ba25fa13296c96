import type { Words } from '../locale/en.ts'
import type { Actions } from '../state/actions.ts'
import type { WidgetState } from '../state/state.ts'

/** What every component is given: all of them are functions of the state, without any of their own. */
export interface Widget {
  readonly state: WidgetState
  readonly actions: Actions
  readonly t: Words
  /** For dates and times. */
  readonly locale: string | undefined
}

/** A listener that acts in place of what the browser would do: load another page, say. */
export function staying(act: () => unknown): (event: Event) => void {
  return (event) => {
    event.preventDefault()
    act()
  }
}
