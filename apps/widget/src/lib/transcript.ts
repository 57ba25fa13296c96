import type { ChatEvent } from '@parley/client/visitor'
import type { Words } from '../locale/en.ts'

/** The conversation as a text file's content. */
export function transcriptText(messages: readonly ChatEvent[], t: Words): string {
  const lines = messages
    .filter((message) => message.type !== 'note')
    .map((message) => {
      const time = new Date(message.sentTime).toLocaleString()
      if (message.type === 'system') return `[${time}] — ${message.content}`
      const sender = message.type === 'visitor' ? t.you : (message.senderName ?? t.team)
      return `[${time}] ${sender}: ${message.content}`
    })
  return lines.join('\n')
}

/** Hands the visitor the conversation as a file, made here: nothing is asked of the server. */
export function saveTranscript(messages: readonly ChatEvent[], t: Words): void {
  // The mark lets old editors read it as UTF-8
  const content = ['\uFEFF', transcriptText(messages, t)]
  const url = URL.createObjectURL(new Blob(content, { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `chat-${new Date().toISOString().slice(0, 10)}.txt`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
