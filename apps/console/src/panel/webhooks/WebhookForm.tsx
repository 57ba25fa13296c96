import { Select, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useMay } from '../ui/access.tsx'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { eventWords } from './webhook-events.ts'

type Webhook = Shape<'Webhook'>

const eventChoices = Object.entries(eventWords).map(([value, label]) => ({ value, label }))

interface WebhookFormProps {
  /** Left out for a new one. */
  readonly webhook: Webhook | undefined
  readonly onClose: () => void
}

/** Makes or changes a webhook. */
export function WebhookForm({ webhook, onClose }: WebhookFormProps) {
  const changes = useChanges('webhooks')
  const mayChange = useMay('webhooks.update')
  const state = useSaveForm({
    entity: 'Webhook',
    isNew: !webhook,
    initialValues: {
      event: webhook?.event ?? ('chatEnds' as Webhook['event']),
      targetUrl: webhook?.targetUrl ?? '',
    },
    done: webhook ? 'Webhook saved' : 'Webhook added',
    save: (values, changed) =>
      webhook ? changes.update({ params: { id: webhook.id }, body: changed }) : changes.create({ body: values }),
    onSaved: onClose,
  })
  const { form } = state
  return (
    <ResourceDrawer
      noun="webhook"
      name={webhook && eventWords[webhook.event]}
      subtitle={webhook?.targetUrl}
      state={state}
      mayChange={mayChange}
      remove={webhook && (() => changes.remove({ params: { id: webhook.id } }))}
      consequence={`${webhook?.targetUrl} is no longer called.`}
      onClose={onClose}
    >
      <Select label="When" withAsterisk data={eventChoices} allowDeselect={false} {...form.getInputProps('event')} />
      <TextInput
        label="Target address"
        description="On the public internet, unless the operator allows others"
        placeholder="https://example.com/parley"
        type="url"
        withAsterisk
        data-autofocus
        {...form.getInputProps('targetUrl')}
      />
    </ResourceDrawer>
  )
}
