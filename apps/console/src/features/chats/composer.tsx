import { ActionIcon, SegmentedControl, Textarea, Tooltip } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { sendMessage } from '../../realtime/actions.ts'
import { Kbd } from '../../ui/kbd.tsx'
import classes from './composer.module.css'
import { isComposerFocusWanted } from './composer-focus.ts'
import { readDraft, writeDraft } from './drafts.ts'
import { useSayTyping } from './use-say-typing.ts'

interface ComposerProps {
  readonly chatId: string
  readonly visitorName: string
}

/** Where the agent writes an answer, or a note that only agents see. */
export function Composer({ chatId, visitorName }: ComposerProps) {
  const [draft, setDraft] = useState(() => readDraft(chatId))
  const field = useRef<HTMLTextAreaElement>(null)
  const typing = useSayTyping(chatId)
  const { text, isNote } = draft

  useEffect(() => writeDraft(chatId, draft), [chatId, draft])
  // A chat is opened to be answered.
  useEffect(() => {
    if (isComposerFocusWanted()) field.current?.focus({ preventScroll: true })
  }, [])

  const write = (asNote: boolean) => {
    setDraft((before) => ({ ...before, isNote: asNote }))
    if (asNote) typing.stop()
    field.current?.focus()
  }
  useShortcuts({ r: () => write(false), n: () => write(true), 'mod+.': () => write(!isNote) })

  const send = () => {
    const content = text.trim()
    if (!content) return
    sendMessage(chatId, isNote ? 'note' : 'agent', content)
    typing.stop()
    // Who writes notes goes on writing notes: the next line must not reach the visitor by itself.
    setDraft({ text: '', isNote })
    field.current?.focus()
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape') event.currentTarget.blur()
  }
  return (
    <div className={classes.composer} data-note={isNote || undefined}>
      <Textarea
        ref={field}
        className={classes.field}
        variant="unstyled"
        dir="auto"
        autosize
        minRows={1}
        maxRows={8}
        aria-label={isNote ? 'Note for agents' : `Answer ${visitorName}`}
        placeholder={isNote ? 'Write a note. Only agents see it.' : `Answer ${visitorName}`}
        value={text}
        onChange={(event) => {
          const value = event.currentTarget.value
          setDraft({ text: value, isNote })
          if (!isNote) typing.keep(value !== '')
        }}
        onBlur={typing.stop}
        onKeyDown={press}
      />
      <div className={classes.foot}>
        <SegmentedControl
          size="xs"
          aria-label="Answer or note"
          value={isNote ? 'note' : 'answer'}
          onChange={(value) => write(value === 'note')}
          data={[
            { value: 'answer', label: 'Answer' },
            { value: 'note', label: 'Note' },
          ]}
        />
        <span className={classes.hint}>
          <Kbd keys="Enter" /> sends, <Kbd keys="Shift Enter" /> starts a new line
        </span>
        <Tooltip label={isNote ? 'Add the note' : 'Send'}>
          <ActionIcon
            variant="filled"
            color="teal"
            size={32}
            onClick={send}
            disabled={!text.trim()}
            aria-label={isNote ? 'Add the note' : 'Send'}
          >
            <IconSend2 size={17} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}
