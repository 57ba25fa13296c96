import { randomBytes } from 'node:crypto'
import type { chatEvents, chats, sessions, visitors } from '../db/schema/index.ts'
import { newId } from '../lib/ids.ts'
import { comments, type Dialogue, dialogues, firstNames, lastNames } from './dialogues.ts'
import type { Random } from './random.ts'

/** Who and what an invented chat may name. */
export interface DemoSite {
  readonly siteId: number
  readonly campaignId: string
  readonly publicUrl: string
  readonly departments: Readonly<Record<'Sales' | 'Support', string>>
  readonly agents: readonly { readonly id: number; readonly name: string }[]
}

/** Rows of one invented visit with its chat. */
export interface InventedChat {
  readonly visitor: typeof visitors.$inferInsert
  readonly session: typeof sessions.$inferInsert
  readonly chat: typeof chats.$inferInsert
  readonly events: readonly (typeof chatEvents.$inferInsert)[]
}

const later = (time: Date, seconds: number) => new Date(time.getTime() + seconds * 1000)

/** One visit at `requestedTime`: usually answered and often rated, now and then missed. */
export function inventChat(site: DemoSite, random: Random, requestedTime: Date): InventedChat {
  const dialogue = random.pick(dialogues)
  const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`
  const { siteId, campaignId } = site
  const [visitorId, sessionId, chatId] = [
    newId(requestedTime.getTime()),
    newId(requestedTime.getTime()),
    newId(requestedTime.getTime()),
  ]
  const page = { url: `${site.publicUrl}${dialogue.page.url}`, title: dialogue.page.title }
  const person = { visitorName: name, visitorEmail: `${name.toLowerCase().replace(' ', '.')}@example.com` }
  const isMissed = random.next() < 0.08
  const talk = isMissed
    ? missedTalk(dialogue, requestedTime, random)
    : answeredTalk(site, dialogue, name, requestedTime, random)
  const { events, ...outcome } = talk
  const pageViews = 1 + random.below(5)
  return {
    visitor: {
      siteId,
      id: visitorId,
      tokenHash: randomBytes(32),
      name,
      email: person.visitorEmail,
      firstVisitTime: requestedTime,
      lastVisitTime: requestedTime,
      visits: 1,
      pageViews,
      chats: 1,
    },
    session: {
      siteId,
      id: sessionId,
      visitorId,
      campaignId,
      startTime: later(requestedTime, -60 - random.below(400)),
      lastSeenTime: outcome.endedTime,
      endTime: later(outcome.endedTime, 1800),
      status: 'outOfSite',
      ip: `203.0.113.${1 + random.below(250)}`,
      browser: random.pick(['Chrome 155', 'Safari 19', 'Firefox 146', 'Edge 155']),
      operatingSystem: random.pick(['Windows 11', 'macOS 26', 'iOS 26', 'Android 17']),
      language: random.pick(['en-US', 'en-GB', 'de-DE', 'nb-NO']),
      screenResolution: random.pick(['1920x1080', '1440x900', '390x844']),
      timeZone: 'W. Europe Standard Time',
      landingPageUrl: page.url,
      landingPageTitle: page.title,
      currentPageUrl: page.url,
      currentPageTitle: page.title,
      pageViews,
    },
    chat: {
      ...person,
      ...outcome,
      siteId,
      id: chatId,
      visitorId,
      sessionId,
      campaignId,
      departmentId: dialogue.department ? site.departments[dialogue.department] : null,
      clientRequestId: `demo-${chatId}`,
      state: 'ended',
      requestedTime,
      requestingPageUrl: page.url,
      requestingPageTitle: page.title,
    },
    events: events.map((event, index) => ({
      ...event,
      siteId,
      chatId,
      seq: index + 1,
      senderId: event.type === 'visitor' ? visitorId : event.senderId,
    })),
  }
}

type Line = Pick<typeof chatEvents.$inferInsert, 'type' | 'content' | 'sentTime' | 'senderName'> & {
  readonly senderId: string
}

function answeredTalk(site: DemoSite, dialogue: Dialogue, visitorName: string, requestedTime: Date, random: Random) {
  const agent = random.pick(site.agents)
  const answeredTime = later(requestedTime, 2 + random.below(45))
  let time = answeredTime
  const events: Line[] = [
    { type: 'system', senderId: '', senderName: null, content: `${agent.name} joined the chat`, sentTime: time },
  ]
  let responseSeconds = 0
  let asked: Date | undefined
  for (const [who, content] of dialogue.turns) {
    time = later(time, 8 + random.below(50))
    if (who === 'v') asked ??= time
    else if (asked) {
      responseSeconds += (time.getTime() - asked.getTime()) / 1000
      asked = undefined
    }
    const sender =
      who === 'v'
        ? { type: 'visitor' as const, senderId: '', senderName: visitorName }
        : { type: 'agent' as const, senderId: String(agent.id), senderName: agent.name }
    events.push({ ...sender, content, sentTime: time })
  }
  const [last] = dialogue.turns.slice(-1)
  const endedTime = later(time, 10 + random.below(40))
  events.push({
    type: 'system',
    senderId: '',
    senderName: null,
    content: 'Chat ended by the visitor',
    sentTime: endedTime,
  })
  const isRated = random.next() < 0.6
  const grade = random.next() < 0.8 ? 5 : 2 + random.below(3)
  const count = (who: 'v' | 'a') => dialogue.turns.filter(([speaker]) => speaker === who).length
  return {
    events,
    status: 'normal' as const,
    agentId: agent.id,
    answeredTime,
    endedTime,
    endedBy: 'visitor' as const,
    lastSeq: events.length,
    lastMessage: last?.[1] ?? null,
    lastMessageBy: last?.[0] === 'a' ? ('agent' as const) : ('visitor' as const),
    lastMessageTime: time,
    visitorMessagesCount: count('v'),
    agentMessagesCount: count('a'),
    responseSeconds,
    responses: count('a'),
    ...(isRated
      ? {
          ratingGrade: grade,
          ratingTime: later(endedTime, 12),
          ratingComment: random.next() < 0.4 ? random.pick(comments) : null,
        }
      : {}),
  }
}

function missedTalk(dialogue: Dialogue, requestedTime: Date, random: Random) {
  const endedTime = later(requestedTime, 40 + random.below(200))
  const question = dialogue.turns[0]?.[1] ?? ''
  const events: Line[] = [
    { type: 'visitor', senderId: '', senderName: null, content: question, sentTime: later(requestedTime, 5) },
    { type: 'system', senderId: '', senderName: null, content: 'Chat ended by the visitor', sentTime: endedTime },
  ]
  return {
    events,
    status: 'missed' as const,
    missedBy: 'abandoned' as const,
    isQueued: true,
    endedTime,
    endedBy: 'visitor' as const,
    lastSeq: events.length,
    lastMessage: question,
    lastMessageBy: 'visitor' as const,
    lastMessageTime: later(requestedTime, 5),
    visitorMessagesCount: 1,
  }
}
