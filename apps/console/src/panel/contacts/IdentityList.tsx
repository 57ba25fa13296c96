import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../../app/api.ts'
import { errorMessage } from '../../lib/errors.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import panel from '../ui/panel-ui.module.css'
import { useChanges } from '../ui/use-changes.ts'
import { identityTypes } from './contact-identity-types.ts'
import classes from './contacts.module.css'

type Identity = Shape<'ContactIdentity'>

const typeChoices = Object.entries(identityTypes).map(([value, label]) => ({ value, label }))

interface IdentityListProps {
  readonly contact: Shape<'Contact'>
  readonly mayChange: boolean
}

/** How a contact is known: each address is added and removed at once, on its own. */
export function IdentityList({ contact, mayChange }: IdentityListProps) {
  const identities = useApiQuery('contactIdentities.listByContact', { params: { contactId: contact.id } })
  const changes = useChanges('contactIdentities', ['contacts.'])
  const [confirm, confirmModal] = useConfirm()
  const rows = identities.data ?? contact.contactIdentities ?? []

  const askToRemove = (identity: Identity) =>
    confirm({
      title: `Remove “${identity.value}” from ${contact.name}?`,
      consequence: 'Whoever writes from there is no longer recognised as this contact.',
      confirmLabel: 'Remove',
      onConfirm: async () => {
        await changes.remove({ params: { id: identity.id } })
        toastDone(`Removed “${identity.value}”`)
      },
    })

  return (
    <div>
      <h3 className={panel.group}>Addresses</h3>
      <ul className={classes.identities}>
        {rows.map((identity) => (
          <li key={identity.id} className={classes.identity}>
            <span className={classes.type}>{identityTypes[identity.type]}</span>
            <span className={classes.value}>{identity.value}</span>
            {mayChange && (
              <ActionIcon aria-label={`Remove ${identity.value}`} onClick={() => askToRemove(identity)}>
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            )}
          </li>
        ))}
        {rows.length === 0 && <li className={panel.muted}>None yet: add how this person writes to you.</li>}
      </ul>
      {mayChange && <AddIdentity contact={contact} onAdd={changes.create} />}
      {confirmModal}
    </div>
  )
}

interface AddIdentityProps {
  readonly contact: Shape<'Contact'>
  readonly onAdd: (input: {
    body: { contactId: number; type: Identity['type']; value: string; name: string }
  }) => Promise<unknown>
}

function AddIdentity({ contact, onAdd }: AddIdentityProps) {
  const [type, setType] = useState<Identity['type']>('email')
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await onAdd({ body: { contactId: contact.id, type, value: value.trim(), name: contact.name } })
      setValue('')
      toastDone('Address added')
    } catch (error) {
      setProblem(errorMessage(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={classes.add}>
      <Select
        aria-label="Kind of address"
        data={typeChoices}
        value={type}
        onChange={(next) => next && setType(next as Identity['type'])}
        allowDeselect={false}
      />
      <TextInput
        aria-label="Address"
        placeholder={type === 'email' ? 'name@example.com' : 'Address'}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The form around it must not be sent.
          event.preventDefault()
          if (value.trim()) void add()
        }}
        error={problem}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => void add()}
        loading={isBusy}
        disabled={!value.trim()}
      >
        Add
      </Button>
    </div>
  )
}
