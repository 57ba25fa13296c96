import type { Context, Work } from '../../../context.ts'
import { findOwner, giveVisitors, listVisitorsWith, setContactOf, visitorIdOf } from './contact-visitors.repo.ts'

interface Identity {
  readonly contactId: number
  readonly type: string
  readonly value: string
}

/**
 * The visitors an identity is about become its contact: the one it names, or strangers who gave its address. Call it once
 * the identity is stored, as whoever is just giving the address does; one that is gone is about nobody.
 */
export async function attachVisitors(ctx: Context, { tx }: Work, identity: Identity): Promise<void> {
  const { siteId } = ctx
  const { contactId, type, value } = identity
  if ((type !== 'visitor' && type !== 'email') || (await findOwner(tx, siteId, type, value)) !== contactId) return
  const visitorId = type === 'visitor' ? visitorIdOf(value) : undefined
  if (visitorId) await setContactOf(tx, siteId, [visitorId], contactId)
  if (type !== 'email') return
  const strangers = await listVisitorsWith(tx, siteId, value, null)
  await giveVisitors(tx, { siteId, contactId, visitorIds: strangers, now: ctx.now() })
}

/** The visitor whom an identity names is nobody known any more. Who gave an address stays who they are without it. */
export async function detachVisitor(ctx: Context, { tx }: Work, { type, value }: Identity): Promise<void> {
  const visitorId = type === 'visitor' ? visitorIdOf(value) : undefined
  if (visitorId) await setContactOf(tx, ctx.siteId, [visitorId], null)
}

/** Who gave an address goes with it to another contact. */
export async function moveVisitors(ctx: Context, { tx }: Work, from: Identity, to: Identity): Promise<void> {
  if (from.type !== 'email' || to.type !== 'email' || from.contactId === to.contactId) return
  const visitorIds = await listVisitorsWith(tx, ctx.siteId, to.value, from.contactId)
  await giveVisitors(tx, { siteId: ctx.siteId, contactId: to.contactId, visitorIds, now: ctx.now() })
}
