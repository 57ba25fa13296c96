import { Pagination, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { Shape } from '@parley/contract'
import { IconAddressBook, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../../app/api.ts'
import { useUrlQuery } from '../../app/area.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { NameCell, TextCell, TimeCell } from '../ui/cells.tsx'
import { AddButton } from '../ui/resource-page.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { ContactDrawer } from './ContactDrawer.tsx'

type Contact = Shape<'Contact'>

const PER_PAGE = 25
/** How long typing rests before the list is asked for. */
const SEARCH_REST_MS = 250
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

/** The people the site knows. */
export function ContactList() {
  const item = useOpenItem()
  const [query, changeQuery] = useUrlQuery()
  const [text, setText] = useState(query.search ?? '')
  const search = useDebouncedCallback(
    (words: string) => changeQuery({ search: words, page: undefined }),
    SEARCH_REST_MS,
  )
  const pageIndex = Math.max(1, Number(query.page) || 1)
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
  const count = contacts.data?.count ?? 0
  const pages = Math.max(1, Math.ceil(count / PER_PAGE))
  const first = (pageIndex - 1) * PER_PAGE + 1
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
        filters={
          <TextInput
            type="search"
            w={{ base: '100%', xs: 280 }}
            aria-label="Search contacts"
            placeholder="Search name, company, address"
            leftSection={<IconSearch size={16} />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              search(event.currentTarget.value.trim())
            }}
          />
        }
        empty={
          query.search ? (
            <EmptyState icon={IconSearch} title="Nobody matches" isCompact>
              No contact’s name, company or address contains “{query.search}”.
            </EmptyState>
          ) : (
            <EmptyState icon={IconAddressBook} title="No contacts yet" action={<AddButton kind={kind} />}>
              A contact keeps one person’s name and addresses together, so that agents know who writes.
            </EmptyState>
          )
        }
        footer={
          <>
            <span className="p-tabular">
              {first}–{Math.min(count, first + PER_PAGE - 1)} of {count}
            </span>
            {pages > 1 && (
              <Pagination
                size="sm"
                total={pages}
                value={pageIndex}
                onChange={(page) => changeQuery({ page: page === 1 ? undefined : String(page) })}
              />
            )}
          </>
        }
      />
      {item.id && (
        <ContactDrawer key={item.id} id={item.id === 'new' ? undefined : Number(item.id)} onClose={item.close} />
      )}
    </Page>
  )
}
