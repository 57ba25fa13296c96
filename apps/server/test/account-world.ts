import { randomUUID } from 'node:crypto'
import type { Actor } from '@parley/testing'
import type { World } from './world.ts'

/** One of everything of the account wing. */
export async function accountWorld(admin: Actor): Promise<World> {
  const name = () => `World ${randomUUID().slice(0, 8)}`
  const awayStatus = await admin.api.call('agentAwayStatuses.create', { body: { name: name() } })
  const category = { name: name(), parentId: '00000000-0000-0000-0000-000000000000' }
  const publicCategory = await admin.api.call('publicCannedMessageCategories.create', { body: category })
  const privateCategory = await admin.api.call('privateCannedMessageCategories.create', { body: category })
  const message = { name: name(), message: 'Hello' }
  const publicMessage = await admin.api.call('publicCannedMessages.create', {
    body: { ...message, categoryId: publicCategory.id },
  })
  const privateMessage = await admin.api.call('privateCannedMessages.create', { body: message })
  const contact = await admin.api.call('contacts.create', { body: { name: name() } })
  const identity = await admin.api.call('contactIdentities.create', {
    body: { contactId: contact.id, type: 'SMS', value: '+1 555 0100' },
  })
  const shift = await admin.api.call('shifts.create', { body: { name: name() } })
  // the tests' own address
  const ipRange = await admin.api.call('whitelistedLoginIPRanges.create', {
    body: { ipFrom: '127.0.0.1', ipTo: '127.0.0.1' },
  })
  const apiKey = await admin.api.call('apiKeys.create', { body: { name: name() } })
  const redirectUris = ['https://app.example.com/callback']
  const oauthClient = await admin.api.call('oauthClients.create', { body: { name: name(), redirectUris } })
  return {
    apiKeys: apiKey.id,
    oauthClients: oauthClient.id,
    agentAwayStatuses: awayStatus.id,
    whitelistedLoginIPRanges: ipRange.id,
    contactId: contact.id,
    contacts: contact.id,
    contactIdentities: identity.id,
    shifts: shift.id,
    publicCannedMessageCategories: publicCategory.id,
    privateCannedMessageCategories: privateCategory.id,
    publicCannedMessages: publicMessage.id,
    privateCannedMessages: privateMessage.id,
  }
}
