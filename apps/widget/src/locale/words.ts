import { en, type Words } from './en.ts'

const languages: Record<string, Words> = { en }
// Tags and English names
const RIGHT_TO_LEFT = /^(ar|he|iw|fa|ur|ps|yi|persian|pashto)(\b|a|b|d|r)/i

/** The words for a campaign's language (a tag such as `en-GB`, or a name); English where there are none yet. */
export function wordsFor(language: string): Words {
  return languages[language.slice(0, 2).toLowerCase()] ?? en
}

/** The writing direction of a campaign's language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr'
}

/** The language as `Intl` takes it; the browser's own when the campaign's is a name and not a tag. */
export function localeOf(language: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0]
  } catch {
    return undefined
  }
}
