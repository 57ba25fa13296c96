import { randomUUID } from 'node:crypto'
import type { Actor } from '@parley/testing'
import type { World } from './world.ts'

/** One of everything of the settings wing. */
export async function settingsWorld(admin: Actor): Promise<World> {
  const name = () => `World ${randomUUID().slice(0, 8)}`
  const segment = await admin.api.call('customerSegments.create', { body: { name: name(), conditions: [] } })
  const ban = await admin.api.call('bans.create', { body: { type: 'ip', ip: '203.0.113.7' } })
  return {
    customerSegments: segment.id,
    bans: ban.id,
  }
}
