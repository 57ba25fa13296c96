import { Select, Textarea } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { BanTarget } from './BanTarget.tsx'
import { banName, banTypes } from './ban-name.ts'

type Ban = Shape<'Ban'>

const typeChoices = Object.entries(banTypes).map(([value, label]) => ({ value, label }))

function banValues(ban: Ban | undefined) {
  return {
    type: ban?.type ?? ('ip' as Ban['type']),
    ip: toInput(ban?.ip),
    ipRangeFrom: toInput(ban?.ipRangeFrom),
    ipRangeTo: toInput(ban?.ipRangeTo),
    visitorId: toInput(ban?.visitorId),
    comment: toInput(ban?.comment),
  }
}

/** The values of the form of a ban. */
export type BanValues = ReturnType<typeof banValues>

/** What a ban of each kind cannot do without. */
const neededValues: Record<Ban['type'], (keyof BanValues)[]> = {
  ip: ['ip'],
  ipRange: ['ipRangeFrom', 'ipRangeTo'],
  visitor: ['visitorId'],
}

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
    initialValues: banValues(ban),
    needs: ({ type }) => neededValues[type],
    done: ban ? 'Ban saved' : 'Ban added',
    save: (values, changed) =>
      ban
        ? changes.update({ params: { id: ban.id }, body: toBody(changed, ['type']) })
        : changes.create({ body: toBody(values, ['type']) }),
    onSaved: onClose,
  })
  const { form } = state
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
      <BanTarget form={form} visitorName={ban?.visitor?.name ?? undefined} />
      <Textarea
        label="Reason"
        description="For your colleagues; the visitor does not see it"
        autosize
        minRows={2}
        {...form.getInputProps('comment')}
      />
    </ResourceDrawer>
  )
}
