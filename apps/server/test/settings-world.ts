import { randomUUID } from 'node:crypto'
import type { Actor } from '@parley/testing'
import type { World } from './world.ts'

/** One of everything of the settings wing. */
export async function settingsWorld(admin: Actor): Promise<World> {
  const name = () => `World ${randomUUID().slice(0, 8)}`
  const segment = await admin.api.call('customerSegments.create', { body: { name: name(), conditions: [] } })
  const ban = await admin.api.call('bans.create', { body: { type: 'ip', ip: '203.0.113.7' } })
  const action = await admin.api.call('conversionActions.create', { body: { name: name(), type: 'api' } })
  const field = { name: 'card', displayName: 'Card', type: 'cardNumber' } as const
  const form = await admin.api.call('secureForms.create', { body: { name: name(), fields: [field] } })
  const webhook = await admin.api.call('webhooks.create', {
    body: { event: 'chatEnds', targetUrl: 'https://crm.example/hook' },
  })
  return {
    customerSegments: segment.id,
    bans: ban.id,
    conversionActions: action.id,
    secureFormId: form.id,
    secureForms: form.id,
    secureFormFields: form.fields[0]?.id ?? '',
    webhooks: webhook.id,
  }
}
