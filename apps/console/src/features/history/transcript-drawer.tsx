import { Button, Drawer, Text } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useApiMutation, useApiQuery, useCan } from '../../app/api.ts'
import { dateTime, duration } from '../../lib/time.ts'
import { timeline } from '../../realtime/timeline.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { Facts } from '../chats/details/facts.tsx'
import { TimelineView } from '../chats/timeline-view.tsx'
import { chatLength, chatOutcomes, chatVisitorName, ratingOf, transcriptText, transcriptThread } from './transcript.ts'
import classes from './transcript-drawer.module.css'

interface TranscriptDrawerProps {
  /** The chat to show; null keeps the drawer closed. */
  readonly chatId: string | null
  readonly onClose: () => void
  readonly marked?: string | undefined
}

const nobody = { id: '', name: '' }

/** A finished chat: how it went, and every word of it. */
export function TranscriptDrawer({ chatId, onClose, marked }: TranscriptDrawerProps) {
  return (
    <Drawer
      opened={chatId !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={<Text fw={600}>Transcript</Text>}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '', header: classes.header ?? '' }}
    >
      {chatId && <Transcript chatId={chatId} onClose={onClose} marked={marked} />}
    </Drawer>
  )
}

interface TranscriptProps {
  readonly chatId: string
  readonly onClose: () => void
  readonly marked: string | undefined
}

function Transcript({ chatId, onClose, marked }: TranscriptProps) {
  const query = useApiQuery('chats.get', { params: { id: chatId }, query: { include: ['agent', 'department'] } })
  const remove = useApiMutation('chats.delete', { invalidates: ['chats.'] })
  const mayDelete = useCan('Delete Transcripts')
  const [confirm, confirmModal] = useConfirm()
  const chat = query.data
  const items = useMemo(() => (chat ? timeline(transcriptThread(chat), nobody) : []), [chat])
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={8} height={24} />}>
      {(shown) => {
        const name = chatVisitorName(shown)
        const rating = ratingOf(shown)
        const length = chatLength(shown)
        const askDelete = () =>
          confirm({
            title: `Delete the chat with ${name}?`,
            consequence: 'The transcript, its rating and its wrap-up are deleted for good. Reports keep their numbers.',
            confirmLabel: 'Delete chat',
            onConfirm: async () => {
              await remove.mutateAsync({ params: { id: chatId } })
              toastDone('Chat deleted')
              onClose()
            },
          })
        return (
          <>
            <div className={classes.facts}>
              <h2 className={classes.name} dir="auto">
                {name}
              </h2>
              <Facts
                title=""
                facts={[
                  ['E-mail', shown.preChat?.email],
                  ['Requested', dateTime(shown.requestedTime)],
                  ['Outcome', shown.status ? chatOutcomes[shown.status].label : 'Running'],
                  ['Agents', (shown.agents ?? []).map((agent) => agent.displayName ?? agent.email).join(', ')],
                  ['Department', shown.preChat?.department?.name],
                  ['Length', length === null ? null : duration(length)],
                  ['Page', shown.requestingPageTitle ?? shown.requestingPageURL],
                  ['Rating', rating ? `${rating} of 5` : null],
                  ['Comment', shown.postChat?.ratingComment],
                  ['Wrap-up', shown.agentWrapUp?.comment],
                ]}
              />
              <div className={classes.actions}>
                <Button
                  variant="default"
                  leftSection={<IconCopy size={16} />}
                  onClick={() =>
                    void navigator.clipboard.writeText(transcriptText(shown)).then(() => toastDone('Transcript copied'))
                  }
                >
                  Copy text
                </Button>
                {mayDelete && shown.status && (
                  <Button variant="subtle" color="red" leftSection={<IconTrash size={16} />} onClick={askDelete}>
                    Delete
                  </Button>
                )}
              </div>
            </div>
            <div className={classes.timeline}>
              {items.length === 0 && <p className={classes.nothing}>Nothing was said.</p>}
              <TimelineView items={items} chatId={chatId} visitorName={name} marked={marked} />
            </div>
            {confirmModal}
          </>
        )
      }}
    </Loaded>
  )
}
