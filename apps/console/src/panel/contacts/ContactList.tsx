import type { Shape } from '@parley/contract'
import { IconAddressBook, IconSearch } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { useUrlQuery } from '../../app/area.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingOnPage, PageLinks, usePageIndex } from '../../ui/page-links.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useSearchInAddress } from '../../ui/table-state.ts'
import { NameCell, TextCell, TimeCell } from '../ui/cells.tsx'
import { AddButton } from '../ui/resource-page.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { ContactDrawer } from './ContactDrawer.tsx'

type Contact = Shape<'Contact'>

const PER_PAGE = 25
const kind = { noun: 'contact', create: 'contacts.create' } as const

function addressOf({ contactIdentities }: Contact): string | null {
  const known = contactIdentities ?? []
  return (known.find(({ type }) => type === 'email') ?? known[0])?.value ?? null
}

const columns: readonly Column<Contact>[] = [
  {
    key: 'name',
    header: 'Contact',
    render: (contact) => (
      <NameCell
        name={contact.name}
        note={[contact.title, contact.company].filter(Boolean).join(', ')}
        leading={<Avatar name={contact.name} size={28} />}
      />
    ),
  },
  {
    key: 'address',
    header: 'Address',
    hideBelow: 'sm',
    render: (contact) => <TextCell>{addressOf(contact)}</TextCell>,
  },
  { key: 'phone', header: 'Phone', width: 180, hideBelow: 'md', render: ({ phone }) => <TextCell>{phone}</TextCell> },
  {
    key: 'changed',
    header: 'Last changed',
    width: 150,
    hideBelow: 'md',
    render: ({ lastUpdatedTime }) => <TimeCell iso={lastUpdatedTime} />,
  },
]

/** The people the site knows, the newest first. */
export function ContactList() {
  const item = useOpenItem()
  const [query] = useUrlQuery()
  const search = useSearchInAddress()
  const pageIndex = usePageIndex()
  const contacts = useApiQuery(
    'contacts.list',
    {
      query: {
        include: ['contactIdentity'],
        pageSize: PER_PAGE,
        pageIndex,
        ...(query.search ? { keywords: query.search } : {}),
      },
    },
    { keepsPrevious: true },
  )
  return (
    <Page
      title="Contacts"
      sentence="People you know by name, with every address they write from."
      action={<AddButton kind={kind} />}
    >
      <DataTable
        label="Contacts"
        columns={columns}
        rows={contacts.data?.contacts}
        isLoading={contacts.isPending}
        error={contacts.error}
        onRetry={() => void contacts.refetch()}
        rowKey={({ id }) => id}
        onRowClick={({ id }) => item.open(id)}
        selectedKey={Number(item.id)}
        filters={<SearchField label="Search contacts" placeholder="Search name, company, address" {...search} />}
        empty={
          contacts.data?.count ? (
            <NothingOnPage />
          ) : query.search ? (
            <EmptyState icon={IconSearch} title="Nobody matches" isCompact>
              No contact’s name, company or address contains “{query.search}”.
            </EmptyState>
          ) : (
            <EmptyState icon={IconAddressBook} title="No contacts yet" action={<AddButton kind={kind} />}>
              A contact keeps one person’s name and addresses together, so that agents know who writes.
            </EmptyState>
          )
        }
        footer={<PageLinks count={contacts.data?.count ?? 0} perPage={PER_PAGE} />}
      />
      {item.id && (
        <ContactDrawer key={item.id} id={item.id === 'new' ? undefined : Number(item.id)} onClose={item.close} />
      )}
    </Page>
  )
}
