import type { ParleyApi } from '@parley/client'
import { atOnce } from '../shared/at-once.ts'
import { addDifferences, compare, type Differences, isFaultless, NO_DIFFERENCES } from './compare.ts'
import type { Turn } from './dialogues.ts'
import type { Played } from './play.ts'

const TRANSCRIPTS_AT_ONCE = 8

/** How what was said compares with where it can be read. */
export interface Verdict {
  /** in the transcripts of the REST API */
  readonly transcripts: Differences
  /** in what the visitors' listeners were told */
  readonly visitors: Differences
  /** in what the agents' listeners were told */
  readonly agents: Differences
  readonly complaints: readonly string[]
}

/** Fetches every transcript and compares it, message by message. */
export async function verify(api: ParleyApi, played: readonly Played[]): Promise<Verdict> {
  let [transcripts, visitors, agents] = [NO_DIFFERENCES, NO_DIFFERENCES, NO_DIFFERENCES]
  const complaints: string[] = []
  await atOnce(played, TRANSCRIPTS_AT_ONCE, async ({ dialogue, conversation, failure }) => {
    if (failure) complaints.push(`${dialogue.id}: ${failure}`)
    const shown = conversation ? await transcript(api, conversation.chatId) : []
    const found = compare(dialogue.turns, shown)
    const byVisitor = compare(dialogue.turns, conversation?.heard.visitor ?? [])
    const byAgent = compare(dialogue.turns, conversation?.heard.agent ?? [])
    for (const [where, differences] of Object.entries({ transcript: found, visitor: byVisitor, agent: byAgent })) {
      if (!isFaultless(differences)) {
        complaints.push(`${dialogue.id} (${conversation?.chatId}), ${where}: ${JSON.stringify(differences)}`)
      }
    }
    transcripts = addDifferences(transcripts, found)
    visitors = addDifferences(visitors, byVisitor)
    agents = addDifferences(agents, byAgent)
  })
  return { transcripts, visitors, agents, complaints }
}

async function transcript(api: ParleyApi, chatId: string): Promise<Turn[]> {
  const { messages } = await api.call('chats.get', { params: { id: chatId } })
  return messages.flatMap(({ type, content }): Turn[] =>
    type === 'visitor' || type === 'agent' ? [[type, content ?? '']] : [],
  )
}
