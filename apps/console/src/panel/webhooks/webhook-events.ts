import type { Shape } from '@parley/contract'

type WebhookEvent = Shape<'Webhook'>['event']

/** The events a webhook can be called for, in words. */
export const eventWords: Record<WebhookEvent, string> = {
  chatRequested: 'A chat is requested',
  chatStarts: 'A chat starts',
  chatTransferred: 'A chat is transferred',
  chatEnds: 'A chat ends',
  chatWrappedUp: 'A chat is wrapped up',
  offlineMessageSubmitted: 'An offline message arrives',
  agentStatusChanges: 'An agent’s status changes',
}
