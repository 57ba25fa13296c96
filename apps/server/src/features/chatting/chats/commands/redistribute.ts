import type { Context } from '../../../../context.ts'
import { distributeChats } from '../engine/distribute-chats.ts'
import { changeSite } from '../engine/site-work.ts'

/** Looks again who can take the chats that wait, because limits, rules or agents are others now. */
export async function redistribute(ctx: Context): Promise<void> {
  await changeSite(ctx, distributeChats)
}
