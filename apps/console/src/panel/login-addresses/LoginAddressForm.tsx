import { TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useMay } from '../ui/access.tsx'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { rangeName } from './range-name.ts'

interface LoginAddressFormProps {
  /** Left out for a new one. */
  readonly range: Shape<'WhitelistedLoginIPRange'> | undefined
  /** Deleting the only range opens the site to every address. */
  readonly isLast: boolean
  readonly onClose: () => void
}

/** Makes or changes a range of addresses that agents may sign in from. */
export function LoginAddressForm({ range, isLast, onClose }: LoginAddressFormProps) {
  const changes = useChanges('whitelistedLoginIPRanges')
  const mayChange = useMay('whitelistedLoginIPRanges.update')
  const state = useSaveForm({
    entity: 'WhitelistedLoginIPRange',
    isNew: !range,
    initialValues: { ipFrom: range?.ipFrom ?? '', ipTo: range?.ipTo ?? '' },
    done: range ? 'Address range saved' : 'Address range added',
    save: (values, changed) =>
      range ? changes.update({ params: { id: range.id }, body: changed }) : changes.create({ body: values }),
    onSaved: onClose,
  })
  const { form } = state
  // One address is the usual case, and a range begins alike: the last one follows the first until it is changed.
  const putFrom = (ipFrom: string) => {
    const isFollowing = !range && form.values.ipTo === form.values.ipFrom
    form.setValues(isFollowing ? { ipFrom, ipTo: ipFrom } : { ipFrom })
    form.clearFieldError('ipFrom')
  }
  return (
    <ResourceDrawer
      noun="address range"
      name={range && rangeName(range)}
      state={state}
      mayChange={mayChange}
      needs="whitelistedLoginIPRanges.update"
      remove={range && (() => changes.remove({ params: { id: range.id } }))}
      consequence={
        isLast
          ? 'It is the only one: afterwards agents can sign in from any address.'
          : 'Nobody can sign in from these addresses any more, unless another range contains them.'
      }
      onClose={onClose}
    >
      <div className={panel.row}>
        <TextInput
          label="From"
          description="The first address, IPv4 or IPv6"
          placeholder="203.0.113.0"
          withAsterisk
          data-autofocus
          {...form.getInputProps('ipFrom')}
          onChange={(event) => putFrom(event.currentTarget.value)}
        />
        <TextInput
          label="To"
          description="The last one; the same for one address"
          placeholder="203.0.113.255"
          withAsterisk
          {...form.getInputProps('ipTo')}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </ResourceDrawer>
  )
}
