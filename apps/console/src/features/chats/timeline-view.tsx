import { Anchor } from '@mantine/core'
import { IconAlertCircle, IconCheck, IconClock, IconNote, IconRobot } from '@tabler/icons-react'
import { memo } from 'react'
import { clockTime, dateTime, dayName } from '../../lib/time.ts'
import { dropMessage, resendMessage } from '../../realtime/actions.ts'
import type { TimelineItem, TimelineMessage } from '../../realtime/timeline.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { MessageText } from './message-text.tsx'
import classes from './timeline-view.module.css'

interface TimelineViewProps {
  readonly items: readonly TimelineItem[]
  /** The agent who looks, as text; undefined in a transcript, where nobody is “you”. */
  readonly meId?: string | undefined
  readonly chatId: string
  readonly visitorName: string
  /** Words that were searched for. */
  readonly marked?: string | undefined
}

/** A conversation: days, system lines, and what each side said. */
export function TimelineView({ items, meId, chatId, visitorName, marked }: TimelineViewProps) {
  // An answer of the visitor says better than a tick that mine has arrived.
  const lastSaid = items.findLast((item) => item.kind === 'group' && item.side !== 'note')
  return items.map((item) => {
    if (item.kind === 'day') return <DayLine key={item.key} time={item.time} />
    if (item.kind === 'system') {
      return (
        <div key={item.key} className={classes.system} title={dateTime(item.time)}>
          <span dir="auto">{item.content}</span> <span className={classes.at}>{clockTime(item.time)}</span>
        </div>
      )
    }
    return (
      <GroupView
        key={item.key}
        group={item}
        isMe={meId !== undefined && item.senderId === meId}
        isLast={item === lastSaid}
        chatId={chatId}
        visitorName={visitorName}
        marked={marked}
      />
    )
  })
}

function DayLine({ time }: { readonly time: string }) {
  return (
    <div className={classes.day}>
      <span>{dayName(time, Date.now())}</span>
    </div>
  )
}

interface GroupViewProps {
  readonly group: Extract<TimelineItem, { kind: 'group' }>
  readonly isMe: boolean
  readonly isLast: boolean
  readonly chatId: string
  readonly visitorName: string
  readonly marked: string | undefined
}

const GroupView = memo(function GroupView({ group, isMe, isLast, chatId, visitorName, marked }: GroupViewProps) {
  const name = group.side === 'visitor' ? visitorName : isMe ? 'You' : (group.senderName ?? 'Agent')
  const first = group.messages[0]
  return (
    <div className={classes.group} data-side={group.side}>
      {group.side === 'visitor' && <Avatar name={group.senderName ?? visitorName} size={28} />}
      <div className={classes.column}>
        <div className={classes.sender}>
          {group.side === 'note' && <IconNote size={13} stroke={1.8} />}
          {group.isBot && <IconRobot size={13} stroke={1.8} />}
          <span dir="auto">{group.side === 'note' ? `${name} · note` : name}</span>
          {first && (
            <time className={classes.at} dateTime={first.sentTime} title={dateTime(first.sentTime)}>
              {clockTime(first.sentTime)}
            </time>
          )}
        </div>
        {group.messages.map((message, index) => (
          <Bubble
            key={message.key}
            message={message}
            chatId={chatId}
            marked={marked}
            showsTick={isMe && isLast && index === group.messages.length - 1}
          />
        ))}
      </div>
    </div>
  )
})

interface BubbleProps {
  readonly message: TimelineMessage
  readonly chatId: string
  readonly marked: string | undefined
  /** Stored messages show it on the last one only; the others are stored as well. */
  readonly showsTick: boolean
}

function Bubble({ message, chatId, marked, showsTick }: BubbleProps) {
  const { pending } = message
  return (
    <>
      <div className={classes.bubble} data-delivery={message.delivery} dir="auto" title={dateTime(message.sentTime)}>
        <MessageText text={message.content} marked={marked} />
      </div>
      {message.delivery === 'sending' && (
        <span className={classes.tick}>
          <IconClock size={13} aria-hidden="true" /> Sending
        </span>
      )}
      {message.delivery === 'stored' && showsTick && (
        <span className={classes.tick}>
          <IconCheck size={13} aria-hidden="true" /> Sent
        </span>
      )}
      {message.delivery === 'failed' && pending && (
        <span className={classes.tick} data-failed="true" role="alert">
          <IconAlertCircle size={13} aria-hidden="true" /> Not sent. {pending.problem}{' '}
          <Anchor component="button" type="button" fz="inherit" onClick={() => resendMessage(chatId, pending)}>
            Send again
          </Anchor>
          <Anchor
            component="button"
            type="button"
            fz="inherit"
            onClick={() => dropMessage(chatId, pending.clientMessageId)}
          >
            Discard
          </Anchor>
        </span>
      )}
    </>
  )
}
