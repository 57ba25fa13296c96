import { Fragment, type ReactNode } from 'react'

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/giu

interface MessageTextProps {
  readonly text: string
  /** Words that were searched for; they are marked. */
  readonly marked?: string | undefined
}

/** A message as it was written: line breaks stay, web addresses become links, nothing else is interpreted. */
export function MessageText({ text, marked }: MessageTextProps) {
  return text.split(address).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
      <a key={index} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
      <Fragment key={index}>{mark(part, marked)}</Fragment>
    ),
  )
}

function mark(text: string, words: string | undefined): ReactNode {
  const wanted = words?.trim()
  if (!wanted) return text
  const pattern = new RegExp(`(${wanted.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')})`, 'giu')
  return text.split(pattern).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  )
}
