import { setTimeout as delay } from 'node:timers/promises'
import { connectVisitor } from '@parley/client'
import { atOnce } from '../shared/at-once.ts'
import type { Child } from '../shared/child.ts'
import type { Venue } from './pairs.ts'

const AT_ONCE = 50
/** Connections that come and go first, so that code is compiled and pools are filled before memory is read. */
const WARM_UP = 300
const SETTLE_MS = 1_500

/** Bytes of resident memory that a server takes for each of so many connected visitors. */
export async function bytesPerVisitor(venue: Venue, server: Child, count: number): Promise<number> {
  await (await crowd(venue, WARM_UP)).leave()
  await delay(SETTLE_MS)
  const before = await server.residentBytes()
  const visitors = await crowd(venue, count)
  await delay(SETTLE_MS)
  const after = await server.residentBytes()
  await visitors.leave()
  return Math.max(1, (after - before) / count)
}

async function crowd(venue: Venue, count: number): Promise<{ leave(): Promise<void> }> {
  const page = { url: 'https://shop.example/', title: 'Shop' }
  const visitors = await atOnce(Array.from({ length: count }), AT_ONCE, () => connectVisitor({ ...venue, page }))
  return {
    leave: async () => {
      for (const visitor of visitors) await visitor.close()
    },
  }
}
