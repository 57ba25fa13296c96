import type { Shape } from '@parley/contract'
import { IconShieldCheck } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { SecureFormForm } from './SecureFormForm.tsx'

type SecureForm = Shape<'SecureForm'>

const kind: ResourceKind<SecureForm> = {
  label: 'Secure forms',
  noun: 'secure form',
  list: 'secureForms.list',
  create: 'secureForms.create',
  searchText: ({ name, description }) => `${name} ${description ?? ''}`,
  sort: { key: 'name', isDescending: false },
  columns: [
    {
      key: 'name',
      header: 'Form',
      sortBy: ({ name }) => name,
      render: ({ name, description }) => <NameCell name={name} note={description} />,
    },
    { key: 'fields', header: 'Fields', width: 100, align: 'right', render: ({ fields }) => fields.length },
  ],
  empty: {
    icon: IconShieldCheck,
    title: 'No secure forms yet',
    text: 'Ask for a card number or an account in a form instead of the chat: what is typed there stays out of transcripts.',
  },
}

/** Forms for what must not stand in a transcript. */
export function SecureFormList() {
  const mayList = useMay(kind.list)
  const forms = useApiQuery('secureForms.list', undefined, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="Forms that ask for what must not stand in a transcript. You can prepare them; agents cannot send them in a chat yet."
      query={forms}
      drawer={(form, close) => <SecureFormForm secureForm={form} onClose={close} />}
    />
  )
}
