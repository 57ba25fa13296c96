import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useApiQuery } from '../../app/api.ts'
import { when } from '../../lib/time.ts'
import { useMay } from '../ui/access.tsx'

/** How far back visitors are looked for. */
const LOOK_BACK_DAYS = 400
const DAY_MS = 86_400_000
/** Typing pauses this long before it is searched for. */
const TYPING_MS = 250
const SHOWN = 20
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

interface VisitorSelectProps {
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly error?: ReactNode
  /** What the chosen visitor is called, where that is known. */
  readonly visitorName: string | undefined
}

/** Chooses a visitor by name, e-mail or id. */
export function VisitorSelect({ value = '', onChange, error, visitorName }: VisitorSelectProps) {
  const [search, setSearch] = useState('')
  const [keywords] = useDebouncedValue(search.trim(), TYPING_MS)
  const [requestedTime] = useState(() => new Date(Date.now() - LOOK_BACK_DAYS * DAY_MS).toISOString())
  const mayList = useMay('visitors.list')
  const chosen = value && { value, label: visitorName || `Visitor ${value.slice(-8)}` }
  const typed = GUID.test(search.trim()) ? search.trim().toLowerCase() : ''
  const isSearched = keywords !== '' && !typed && (!chosen || keywords !== chosen.label)
  const visitors = useApiQuery(
    'visitors.list',
    { query: { requestedTime, pageSize: SHOWN, ...(isSearched ? { keywords } : {}) } },
    { isEnabled: mayList, keepsPrevious: true },
  )
  const found = (visitors.data?.visitors ?? []).map(({ id, name, email, firstVisitTime }) => ({
    value: id,
    label: name || `Visitor ${id.slice(-8)}`,
    note: [email, firstVisitTime && `first here ${when(firstVisitTime, Date.now())}`].filter(Boolean).join(' · '),
  }))
  const extra = [chosen, typed && { value: typed, label: typed }].flatMap((each) =>
    each && found.every(({ value: id }) => id !== each.value) ? [{ ...each, note: '' }] : [],
  )
  const data = [...found, ...extra]
  const notes = new Map(data.map((each) => [each.value, each.note]))
  return (
    <Select
      label="Visitor"
      description={mayList ? 'Search by name or e-mail, or paste a visitor’s id' : 'Paste the visitor’s id'}
      placeholder={mayList ? 'Choose a visitor' : 'Visitor id'}
      withAsterisk
      searchable
      data={data}
      // The server searches; what it found is all there is to choose from.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <div className="p-truncate">
          {option.label}
          <span style={{ color: 'var(--p-text-2)', fontSize: 12 }}> {notes.get(option.value)}</span>
        </div>
      )}
      nothingFoundMessage={visitors.isFetching ? 'Searching …' : 'No such visitor'}
      value={value || null}
      onChange={(id) => onChange?.(id ?? '')}
      searchValue={search}
      onSearchChange={setSearch}
      error={error}
    />
  )
}
