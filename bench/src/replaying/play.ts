import { connectVisitor, type Visitor, type VisitorChat } from '@parley/client'
import type { Latencies } from '../shared/latencies.ts'
import type { Target } from '../shared/own-server.ts'
import type { Conversation, Conversations } from './conversation.ts'
import type { Dialogue, Side } from './dialogues.ts'

/** Where dialogues are played and what is measured meanwhile. */
export interface Stage {
  readonly target: Target
  readonly campaignId: string
  readonly conversations: Conversations
  readonly toAcknowledgement: Latencies
  readonly toOtherSide: Latencies
}

/** A dialogue that was played. */
export interface Played {
  readonly dialogue: Dialogue
  readonly conversation: Conversation | undefined
  /** Why it was not played to its end. */
  readonly failure: string | undefined
}

/** Plays one dialogue between a visitor and whichever agent gets the chat. */
export async function playDialogue(stage: Stage, dialogue: Dialogue, index: number): Promise<Played> {
  let conversation: Conversation | undefined
  let visitor: Visitor | undefined
  try {
    const page = { url: `https://shop.example/${dialogue.id}`, title: `Dialogue ${dialogue.id}` }
    visitor = await connectVisitor({ ...stage.target, campaignId: stage.campaignId, page })
    const chat = await visitor.startChat({ name: `Visitor ${dialogue.id}`, email: `v${index}@example.com` })
    const current = stage.conversations.of(chat.id)
    conversation = current
    chat.on('message', (event) => current.hears('visitor', event))
    await takeTurns(stage, dialogue, chat, current)
    await endAndRate(chat, current, index)
    return { dialogue, conversation, failure: undefined }
  } catch (error) {
    const lines = `visitor ${visitor?.connection}, agent ${conversation?.agent?.connection}`
    const failure = `${error instanceof Error ? error.message : error} (${lines})`
    return { dialogue, conversation, failure }
  } finally {
    await visitor?.close()
  }
}

/** Each side speaks when it has heard what the other said before; acknowledgements hold nobody up. */
async function takeTurns(
  stage: Stage,
  dialogue: Dialogue,
  chat: VisitorChat,
  conversation: Conversation,
): Promise<void> {
  const agent = await conversation.untilTaken()
  const acknowledged: Promise<void>[] = []
  for (const [index, [who, text]] of dialogue.turns.entries()) {
    const clientMessageId = `${dialogue.id}-${index}`
    const other: Side = who === 'visitor' ? 'agent' : 'visitor'
    const start = performance.now()
    const stored =
      who === 'visitor' ? chat.send(text, { clientMessageId }) : agent.send(chat.id, text, { clientMessageId })
    const refused = new Promise<never>((_, reject) => {
      acknowledged.push(stored.then(() => stage.toAcknowledgement.add(performance.now() - start)).catch(reject))
    })
    await Promise.race([conversation.untilHeard(other, clientMessageId), refused])
    stage.toOtherSide.add(performance.now() - start)
  }
  await Promise.all(acknowledged)
}

/** Both sides end chats in turn, and most visitors rate. */
async function endAndRate(chat: VisitorChat, conversation: Conversation, index: number): Promise<void> {
  if (index % 2 === 0) await chat.end()
  else await conversation.agent?.end(chat.id)
  await conversation.untilOver()
  if (index % 3 > 0) await chat.rate({ grade: 1 + (index % 5), comment: 'Rated by the replay' })
}
