import type { Layout } from '../../loader/bridge.ts'
import type { LoaderLink } from './loader-link.ts'
import type { WidgetState } from './state.ts'

/** Moves the focus to where the visitor goes on, but never takes it away from the page. */
export interface Focus {
  /** The visitor has just done something that moves the focus. */
  want(): void
  /** What was wanted is drawn now. */
  settle(state: WidgetState): void
}

/** Makes the keeper of the focus. */
export function createFocus(link: LoaderLink): Focus {
  let isWanted = false
  return {
    want() {
      isWanted = true
    },
    settle({ layout }) {
      // Also when what had the focus has just been replaced
      const isLost = document.hasFocus() && document.activeElement === document.body
      if (layout === 'hidden' || (!isWanted && !isLost)) return
      // An iframe that has the focus loses the focus inside when it is given it again
      if (!document.hasFocus()) link.send({ type: 'focus' })
      targetOf(layout)?.focus()
      if (isWanted && layout !== 'window') link.send({ type: 'minimised' })
      isWanted = false
    },
  }
}

function targetOf(layout: Layout): HTMLElement | null {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  // Under a finger a focused field would raise the keyboard over what the visitor wants to read
  const isTouched = layout === 'window' && matchMedia('(pointer:coarse)').matches
  return find('[aria-invalid]') ?? find(isTouched ? '.window' : '.form input, .form select, [data-first]')
}
