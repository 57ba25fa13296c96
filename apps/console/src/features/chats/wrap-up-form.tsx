import { Button, Textarea } from '@mantine/core'
import type { ChatSummaryShape } from '@parley/contract'
import { useState } from 'react'
import { errorMessage } from '../../lib/errors.ts'
import { closeChat, wrapUpChat } from '../../realtime/actions.ts'
import { isMine } from '../../realtime/chats-state.ts'
import { useStore } from '../../realtime/store.ts'
import { linkStore } from '../../realtime/stores.ts'
import { useGoTo } from '../../ui/app-link.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import classes from './wrap-up-form.module.css'

const endings = {
  visitor: 'The visitor ended this chat.',
  agent: 'An agent ended this chat.',
  system: 'This chat ended by itself.',
}

/** After the end: what the next agent should know. It may be left out. */
export function WrapUpForm({ chat }: { readonly chat: ChatSummaryShape }) {
  const goTo = useGoTo()
  const me = useStore(linkStore, (link) => link.agentId)
  const [comment, setComment] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => {
    closeChat(chat.id)
    goTo('/console/chats')
  }
  const save = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await wrapUpChat(chat.id, comment.trim())
      toastDone('Wrap-up saved')
      close()
    } catch (error) {
      setProblem(errorMessage(error))
      setBusy(false)
    }
  }
  return (
    <div className={classes.form}>
      <p className={classes.ending}>{chat.endedBy ? endings[chat.endedBy] : 'This chat is over.'}</p>
      {isMine(chat, me) && (
        <>
          <Textarea
            aria-label="Wrap-up comment"
            placeholder="What was it about, and how did it end? Only agents see this."
            autosize
            minRows={1}
            maxRows={5}
            dir="auto"
            value={comment}
            disabled={isBusy}
            error={problem}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <div className={classes.actions}>
            <Button variant="default" onClick={close} disabled={isBusy}>
              Close without wrap-up
            </Button>
            <Button onClick={save} loading={isBusy} disabled={!comment.trim()}>
              Save and close
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
