import type { Shape } from '@parley/contract'
import { IconWebhook } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { WebhookForm } from './WebhookForm.tsx'
import { eventWords } from './webhook-events.ts'

type Webhook = Shape<'Webhook'>

const kind: ResourceKind<Webhook> = {
  label: 'Webhooks',
  noun: 'webhook',
  list: 'webhooks.list',
  create: 'webhooks.create',
  searchText: ({ event, targetUrl }) => `${eventWords[event]} ${event} ${targetUrl}`,
  columns: [
    {
      key: 'event',
      header: 'When',
      sortBy: ({ event }) => eventWords[event],
      render: ({ event, targetUrl }) => <NameCell name={eventWords[event]} note={targetUrl} />,
    },
    {
      key: 'name',
      header: 'Event',
      width: 220,
      hideBelow: 'md',
      render: ({ event }) => <code>{event}</code>,
    },
  ],
  empty: {
    icon: IconWebhook,
    title: 'No webhooks yet',
    text: 'Parley can call an address of yours when something happens: open a ticket when a chat ends, for example.',
  },
}

/** The addresses that are called when something happens. */
export function WebhookList() {
  const mayList = useMay(kind.list)
  const webhooks = useApiQuery('webhooks.list', undefined, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="Addresses of yours for what happens in chats. They are kept and shown by the API; nothing is sent to them yet."
      query={webhooks}
      drawer={(webhook, close) => <WebhookForm webhook={webhook} onClose={close} />}
    />
  )
}
