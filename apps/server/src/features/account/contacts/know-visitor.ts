import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import * as repo from './contact-visitors.repo.ts'
import { isAddress } from './identity-values.ts'

/** What a visitor said about themselves in a form. */
export interface Said {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly company: string | null
}

interface Place {
  readonly tx: Tx
  readonly siteId: SiteId
  readonly now: Date
}

/**
 * Makes a visitor who gave an e-mail address the contact who has it, or a new contact. A contact without any address who
 * gives one keeps being the same contact. Another address than the contact's is another person at the same browser:
 * the visitor is then that one. Who has an address is decided by the unique index, so that the same address said twice
 * at once makes one contact. Call it before anything else changes the visitor: contacts are locked before visitors.
 */
export async function knowVisitor(place: Place, visitorId: string, said: Said): Promise<void> {
  const email = said.email?.trim()
  if (!email || !isAddress(email)) return
  const { tx, siteId, now } = place
  const complete = (contactId: number) =>
    repo.completeContact(tx, siteId, contactId, { ...said, name: said.name?.trim() || null, email }, now)
  for (;;) {
    const known = await repo.findContacts(tx, siteId, visitorId, email)
    if (!known) return
    const { own, owner } = known
    if (owner !== null && owner === own) return complete(owner)
    const contactId = owner ?? (await claim(place, own, email, said))
    // it may be deleted between being found and being held; then the address is free again
    if (contactId === undefined || !(await repo.holdContact(tx, siteId, contactId))) continue
    if (contactId !== own) await repo.giveVisitors(tx, { siteId, contactId, visitorIds: [visitorId], now })
    return complete(contactId)
  }
}

/** Gives the address to the visitor's contact, or to a new one. Undefined: somebody else was quicker. */
async function claim(
  { tx, siteId, now }: Place,
  own: number | null,
  email: string,
  said: Said,
): Promise<number | undefined> {
  const identity = { siteId, type: 'email', value: email, createdTime: now } as const
  if (own !== null && !(await repo.hasIdentityOf(tx, siteId, own, 'email'))) {
    const isOurs =
      (await repo.holdContact(tx, siteId, own)) && (await repo.insertIdentity(tx, { ...identity, contactId: own }))
    if (isOurs) return own
  }
  const contactId = await repo.insertContact(tx, siteId, { ...said, name: said.name?.trim() || email }, now)
  if (await repo.insertIdentity(tx, { ...identity, contactId })) return contactId
  await repo.removeContact(tx, siteId, contactId)
  return undefined
}
