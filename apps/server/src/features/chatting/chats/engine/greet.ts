import { listGreetings } from './greetings.repo.ts'
import type { SiteWork } from './site-work.ts'

/** Puts the campaign's greeting into chats that this change answers, behind the line that says who joined. */
export async function greet({ tx, siteId, held }: SiteWork): Promise<void> {
  const answered = [...held.values()].filter(({ row, state }) => state.state === 'active' && !row.answeredTime)
  if (!answered.length) return
  const greetings = await listGreetings(
    tx,
    siteId,
    answered.map(({ row }) => row.campaignId),
  )
  for (const chat of answered) {
    const greeting = greetings.get(chat.row.campaignId)
    if (greeting) chat.notices.push(greeting)
  }
}
