import { Select, Textarea, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { banName, banTypes } from './ban-name.ts'

type Ban = Shape<'Ban'>

const typeChoices = Object.entries(banTypes).map(([value, label]) => ({ value, label }))

interface BanFormProps {
  /** Left out for a new one. */
  readonly ban: Ban | undefined
  readonly onClose: () => void
}

/** Makes or changes a ban. */
export function BanForm({ ban, onClose }: BanFormProps) {
  const changes = useChanges('bans')
  const mayChange = useMay('bans.update')
  const state = useSaveForm({
    entity: 'Ban',
    isNew: !ban,
    initialValues: {
      type: ban?.type ?? ('ip' as Ban['type']),
      ip: toInput(ban?.ip),
      ipRangeFrom: toInput(ban?.ipRangeFrom),
      ipRangeTo: toInput(ban?.ipRangeTo),
      visitorId: toInput(ban?.visitorId),
      comment: toInput(ban?.comment),
    },
    done: ban ? 'Ban saved' : 'Ban added',
    save: (values, changed) =>
      ban
        ? changes.update({ params: { id: ban.id }, body: toBody(changed, ['type']) })
        : changes.create({ body: toBody(values, ['type']) }),
    onSaved: onClose,
  })
  const { form } = state
  const { type } = form.values
  return (
    <ResourceDrawer
      noun="ban"
      name={ban && banName(ban)}
      subtitle={ban && banTypes[ban.type]}
      state={state}
      mayChange={mayChange}
      remove={ban && (() => changes.remove({ params: { id: ban.id } }))}
      consequence="Whoever it kept out can chat again at once."
      onClose={onClose}
    >
      <Select label="Kind" withAsterisk data={typeChoices} allowDeselect={false} {...form.getInputProps('type')} />
      {type === 'ip' && (
        <TextInput
          label="Address"
          description="IPv4 or IPv6"
          placeholder="203.0.113.7"
          withAsterisk
          data-autofocus
          {...form.getInputProps('ip')}
        />
      )}
      {type === 'ipRange' && (
        <div className={panel.row}>
          <TextInput label="From" placeholder="203.0.113.0" withAsterisk {...form.getInputProps('ipRangeFrom')} />
          <TextInput label="To" placeholder="203.0.113.255" withAsterisk {...form.getInputProps('ipRangeTo')} />
        </div>
      )}
      {type === 'visitor' && (
        <TextInput
          label="Visitor id"
          description="It stands in the visitor’s details"
          withAsterisk
          {...form.getInputProps('visitorId')}
        />
      )}
      <Textarea
        label="Comment"
        description="Why, for your colleagues"
        autosize
        minRows={2}
        {...form.getInputProps('comment')}
      />
    </ResourceDrawer>
  )
}
