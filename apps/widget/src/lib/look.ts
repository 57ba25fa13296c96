import { directionOf, localeOf } from '../locale/words.ts'
import type { WidgetState } from '../state/state.ts'
import { paletteOf } from './colour.ts'

let applied = ''

/** Brings language, direction, theme and the campaign's colour to the page; through the object model, as a policy may forbid styles. */
export function applyLook({ campaign, isDark, layout }: WidgetState): void {
  const color = layout === 'window' ? campaign?.color : campaign?.buttonColor
  const language = campaign?.language ?? 'en'
  const wanted = `${language} ${color} ${isDark}`
  if (wanted === applied) return
  applied = wanted
  const root = document.documentElement
  root.lang = localeOf(language) ?? 'en'
  root.dir = directionOf(language)
  root.classList.toggle('dark', isDark)
  for (const [name, value] of Object.entries(paletteOf(color, isDark))) root.style.setProperty(name, value)
}
