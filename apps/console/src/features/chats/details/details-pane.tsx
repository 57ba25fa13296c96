import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useApiQuery } from '../../../app/api.ts'
import { visitorName } from '../../../realtime/chat-lists.ts'
import { useStore } from '../../../realtime/store.ts'
import { chatsStore } from '../../../realtime/stores.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { CopyText } from '../../../ui/copy-text.tsx'
import classes from './details-pane.module.css'
import { Facts } from './facts.tsx'
import { PreviousChats } from './previous-chats.tsx'
import { VisitFacts } from './visit-facts.tsx'

interface DetailsPaneProps {
  readonly chatId: string
  readonly onClose: () => void
}

/** Who the visitor is: person, visit, device, answers to the form, earlier chats. */
export function DetailsPane({ chatId, onClose }: DetailsPaneProps) {
  const summary = useStore(chatsStore, (state) => state.byId.get(chatId))
  const visitorId = summary?.visitorId
  // The chat's own record carries what the visitor said in the pre-chat form, and names the session.
  const record = useApiQuery('chats.get', { params: { id: chatId }, query: {} }, { isEnabled: Boolean(summary) })
  if (!summary || !visitorId) return null
  const form = record.data?.preChat
  const answers = (form?.fieldValues ?? []).map(({ fieldName, value }) => [fieldName ?? '', value] as const)
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>Details</h2>
        <ActionIcon onClick={onClose} aria-label="Hide details">
          <IconX size={18} />
        </ActionIcon>
      </div>
      <div className={classes.body}>
        <div className={classes.person}>
          <Avatar name={summary.visitorName} size={44} />
          <div className={classes.words}>
            <div className={classes.name} dir="auto">
              {visitorName(summary)}
            </div>
            {summary.visitorEmail && <CopyText value={summary.visitorEmail} />}
          </div>
        </div>
        <Facts
          title="From the form"
          facts={[['Phone', form?.phone], ['Company', form?.company], ['Product', form?.productService], ...answers]}
        />
        <VisitFacts visitorId={visitorId} sessionId={record.data?.sessionId ?? null} summary={summary} />
        <PreviousChats visitorId={visitorId} chatId={chatId} />
      </div>
    </>
  )
}
