/** A piece of a message: plain text, or a link that may be followed. */
export type TextPart = { readonly text: string; readonly href?: string }

// Only web addresses become links; everything else, `javascript:` above all, stays text. Punctuation after an address
// is not part of it, except for a bracket that was opened inside.
const LINK = /\b(?:https?:\/\/|www\.)(?:[^\s<>"'()]|\([^\s<>"'()]*\))+(?<![.,;:!?\]}»…])/gi

/** Splits a message into text and links. */
export function splitLinks(content: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: text, index } of content.matchAll(LINK)) {
    parts.push({ text: content.slice(end, index) }, { text, href: /^w/i.test(text) ? `https://${text}` : text })
    end = index + text.length
  }
  parts.push({ text: content.slice(end) })
  return parts
}
