import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'
import type { DomainEvent } from './domain-events.ts'
import { type EventBus, localBus } from './event-bus.ts'

/** The channel all processes of an installation share. */
const CHANNEL = 'parley:events'

/** An event and the process it comes from. */
interface Letter {
  readonly from: string
  readonly event: DomainEvent
}

export interface RedisBusOptions {
  readonly onError: (error: unknown) => void
  /** installations that share a server take different ones */
  readonly channel?: string
}

/**
 * The bus of an installation with several processes. The own process hears its events at once and without Redis; the
 * others hear them through it. While Redis is away they miss some: receivers fetch messages they missed by sequence
 * number, and clients see everything else when they come back.
 */
export async function redisBus(url: string, { onError, channel = CHANNEL }: RedisBusOptions): Promise<EventBus> {
  const here = localBus(onError)
  const me = randomUUID()
  // what was not sent is not kept for later: news that are late are no news
  const publisher = createClient({ url, disableOfflineQueue: true })
  const subscriber = createClient({ url })
  for (const client of [publisher, subscriber]) client.on('error', onError)
  await Promise.all([publisher.connect(), subscriber.connect()])
  await subscriber.subscribe(channel, (text) => {
    const letter = read(text)
    if (letter && letter.from !== me) here.publish(letter.event)
  })
  return {
    publish(event) {
      here.publish(event)
      publisher.publish(channel, JSON.stringify({ from: me, event } satisfies Letter)).catch(onError)
    },
    subscribe: (listener) => here.subscribe(listener),
    async close() {
      await here.close()
      publisher.destroy()
      subscriber.destroy()
    },
  }
}

/** Reads what another process sent; anything else on the channel is none of our business. */
function read(text: string): Letter | undefined {
  try {
    const letter = JSON.parse(text) as Partial<Letter> | null
    return typeof letter?.from === 'string' && letter.event ? (letter as Letter) : undefined
  } catch {
    return undefined
  }
}
