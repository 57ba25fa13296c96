import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'
import type { DomainEvent } from './domain-events.ts'
import { type EventBus, localBus } from './event-bus.ts'

/** The channel all processes of an installation share. */
const CHANNEL = 'parley:events'

/** An event and the process it comes from; without an event it says that some of that process may have been lost. */
interface Letter {
  readonly from: string
  readonly event?: DomainEvent
}

export interface RedisBusOptions {
  readonly onError: (error: unknown) => void
  /** installations that share a server take different ones */
  readonly channel?: string
}

/**
 * The bus of an installation with several processes. The own process hears its events at once and without Redis; the
 * others hear them through it. What happens while Redis is away is lost to them, so everybody is told of the gap when
 * it is back.
 */
export async function redisBus(url: string, { onError, channel = CHANNEL }: RedisBusOptions): Promise<EventBus> {
  const here = localBus(onError)
  const me = randomUUID()
  const gaps = new Set<() => void>()
  // what could not be sent is not kept for later: receivers look for what they missed instead
  const publisher = createClient({ url, disableOfflineQueue: true })
  const subscriber = createClient({ url })
  const send = (letter: Letter) => void publisher.publish(channel, JSON.stringify(letter)).catch(onError)
  const tellGap = () => {
    for (const listener of gaps) listener()
  }
  for (const client of [publisher, subscriber]) client.on('error', onError)
  await Promise.all([publisher.connect(), subscriber.connect()])
  await subscriber.subscribe(channel, (text) => {
    const letter = read(text)
    if (!letter || letter.from === me) return
    if (letter.event) here.publish(letter.event)
    else tellGap()
  })
  // from here on being ready means being back
  publisher.on('ready', () => send({ from: me }))
  subscriber.on('ready', tellGap)
  return {
    publish(event) {
      here.publish(event)
      send({ from: me, event })
    },
    subscribe: (listener) => here.subscribe(listener),
    onGap(listener) {
      gaps.add(listener)
      return () => void gaps.delete(listener)
    },
    async close() {
      await here.close()
      gaps.clear()
      publisher.destroy()
      subscriber.destroy()
    },
  }
}

/** Reads what another process sent; anything else on the channel is none of our business. */
function read(text: string): Letter | undefined {
  try {
    const letter = JSON.parse(text) as Partial<Letter> | null
    return typeof letter?.from === 'string' ? (letter as Letter) : undefined
  } catch {
    return undefined
  }
}
