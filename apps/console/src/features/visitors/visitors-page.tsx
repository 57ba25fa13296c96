import { Select, TextInput } from '@mantine/core'
import { IconSearch, IconUsersGroup } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useUrlQuery } from '../../app/area.tsx'
import { watchVisitors } from '../../realtime/actions.ts'
import { useStore } from '../../realtime/store.ts'
import { linkStore, visitorsStore } from '../../realtime/stores.ts'
import { visitorsLoaded } from '../../realtime/visitors-state.ts'
import { AppLink } from '../../ui/app-link.tsx'
import { EmptyState, PageError, SkeletonLines } from '../../ui/states.tsx'
import { VisitorDrawer } from './visitor-drawer.tsx'
import { countPresent, orderVisitors, steadyOrder, type VisitorSorting, type VisitorSortKey } from './visitor-rows.ts'
import { visitorStatus } from './visitor-status.ts'
import classes from './visitors-page.module.css'
import { VisitorsTable } from './visitors-table.tsx'

const sortKeys: readonly VisitorSortKey[] = ['status', 'name', 'page', 'time', 'visits', 'chats', 'place']

/** Who is on the site now, live. */
export function VisitorsPage() {
  const { error, retry } = useWatching()
  const visitors = useStore(visitorsStore, (state) => state.byId)
  const isLoaded = useStore(visitorsStore, (state) => state.isLoaded)
  const [query, change] = useUrlQuery()
  const [isHeld, setHeld] = useState(false)
  const words = query.q ?? ''
  const status = query.status ?? ''
  const key = sortKeys.find((name) => name === query.sort) ?? 'status'
  const isDescending = query.order === 'desc'
  const sorting = useMemo<VisitorSorting>(() => ({ key, isDescending }), [key, isDescending])

  const sorted = useMemo(
    () => orderVisitors(visitors.values(), { words, status }, sorting),
    [visitors, words, status, sorting],
  )
  const ids = useSteady(sorted, isHeld, `${words}|${status}|${key}|${isDescending}`)
  const present = useMemo(() => countPresent(visitors.values()), [visitors])
  const statuses = useMemo(() => statusOptions([...visitors.values()].map((visitor) => visitor.status)), [visitors])

  const sortBy = (next: VisitorSortKey) =>
    change({ sort: next === 'status' ? undefined : next, order: next === key && !isDescending ? 'desc' : undefined })

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{isLoaded ? `${present.toLocaleString()} on the site now` : 'Visitors'}</h1>
        <TextInput
          className={classes.search}
          type="search"
          aria-label="Search visitors"
          placeholder="Search name, page, place, address"
          leftSection={<IconSearch size={16} />}
          value={words}
          onChange={(event) => change({ q: event.currentTarget.value })}
        />
        <Select
          className={classes.status}
          aria-label="Status"
          placeholder="Any status"
          clearable
          data={statuses}
          value={status || null}
          onChange={(value) => change({ status: value ?? undefined })}
        />
      </header>
      <div className={classes.body}>
        {error !== null && <PageError error={error} onRetry={retry} />}
        {error === null && !isLoaded && <SkeletonLines count={8} height={28} />}
        {error === null && isLoaded && visitors.size === 0 && (
          <EmptyState
            icon={IconUsersGroup}
            title="Nobody is on the site now"
            action={
              <AppLink href="/panel" style={{ color: 'var(--p-accent)' }}>
                How to install the widget
              </AppLink>
            }
          >
            Visitors of pages with the widget appear here the moment they arrive.
          </EmptyState>
        )}
        {error === null && isLoaded && visitors.size > 0 && ids.length === 0 && (
          <EmptyState icon={IconSearch} title="Nobody fits" isCompact>
            Change the words or the status.
          </EmptyState>
        )}
        {error === null && ids.length > 0 && (
          <VisitorsTable
            ids={ids}
            sorting={sorting}
            onSort={sortBy}
            onOpen={(visitor) => change({ visitor })}
            onHold={setHeld}
          />
        )}
      </div>
      <VisitorDrawer visitorId={query.visitor ?? null} onClose={() => change({ visitor: undefined })} />
    </div>
  )
}

/** Hears of visitors while the page is open. */
function useWatching(): { error: unknown; retry: () => void } {
  const isOpen = useStore(linkStore, (link) => link.connection === 'open' && link.agentId !== 0)
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt watches anew
  useEffect(() => {
    if (!isOpen) return
    let isCurrent = true
    setError(null)
    watchVisitors(true).then(
      (visitors) => isCurrent && visitorsStore.update(() => visitorsLoaded(visitors)),
      (problem: unknown) => isCurrent && setError(problem),
    )
    return () => {
      isCurrent = false
      void watchVisitors(false).catch(() => undefined)
    }
  }, [isOpen, attempt])
  return { error, retry: () => setAttempt((count) => count + 1) }
}

/** Keeps the order while the list is pointed at; a new question is a new order. */
function useSteady(sorted: readonly string[], isHeld: boolean, question: string): readonly string[] {
  const last = useRef<{ readonly ids: readonly string[]; readonly question: string }>({ ids: [], question: '' })
  return useMemo(() => {
    const ids = steadyOrder(last.current.ids, sorted, isHeld && last.current.question === question)
    last.current = { ids, question }
    return ids
  }, [sorted, isHeld, question])
}

function statusOptions(present: readonly string[]): { value: string; label: string }[] {
  const counts = new Map<string, number>()
  for (const status of present) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => visitorStatus(a).rank - visitorStatus(b).rank)
    .map(([value, count]) => ({ value, label: `${visitorStatus(value).label} (${count})` }))
}
