import { Group, Pagination, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { Shape } from '@parley/contract'
import { IconListSearch, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../../app/api.ts'
import { useUrlQuery } from '../../app/area.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { agentName } from '../agents/agent-name.ts'
import { Gate, useMay } from '../ui/access.tsx'
import { NameCell, TextCell, TimeCell } from '../ui/cells.tsx'
import { AuditLogDrawer } from './AuditLogDrawer.tsx'
import { actionWords, categoryWords } from './audit-words.ts'

type AuditLog = Shape<'AuditLog'>
type Category = NonNullable<AuditLog['category']>

const PER_PAGE = 25
/** How long typing rests before the list is asked for. */
const SEARCH_REST_MS = 250

const categories = Object.entries(categoryWords).map(([value, label]) => ({ value, label }))

const columns: readonly Column<AuditLog>[] = [
  {
    key: 'what',
    header: 'What',
    render: ({ actionSummary, actionType }) => (
      <NameCell name={actionSummary ?? actionWords(actionType)} note={actionWords(actionType)} />
    ),
  },
  {
    key: 'who',
    header: 'Who',
    width: 180,
    hideBelow: 'sm',
    render: ({ agent, createdBy }) => (
      <TextCell>{agent ? agentName(agent) : createdBy ? `Agent ${createdBy}` : null}</TextCell>
    ),
  },
  {
    key: 'when',
    header: 'When',
    width: 150,
    render: ({ actionTime }) => <TimeCell iso={actionTime} />,
  },
]

/** Who changed what, newest first. */
export function AuditLogPage() {
  const mayList = useMay('auditLogs.list')
  const [query, changeQuery] = useUrlQuery()
  const [text, setText] = useState(query.search ?? '')
  const [opened, setOpened] = useState<AuditLog | null>(null)
  const search = useDebouncedCallback(
    (words: string) => changeQuery({ search: words, page: undefined }),
    SEARCH_REST_MS,
  )
  const pageIndex = Math.max(1, Number(query.page) || 1)
  const category = query.category !== undefined && query.category in categoryWords ? query.category : null
  const logs = useApiQuery(
    'auditLogs.list',
    {
      query: {
        include: ['agent'],
        pageSize: PER_PAGE,
        pageIndex,
        ...(query.search ? { keywords: query.search } : {}),
        ...(category ? { category: category as Category } : {}),
      },
    },
    { isEnabled: mayList, keepsPrevious: true },
  )
  const count = logs.data?.count ?? 0
  const pages = Math.max(1, Math.ceil(count / PER_PAGE))
  const first = (pageIndex - 1) * PER_PAGE + 1
  const isFiltered = Boolean(query.search || category)
  return (
    <Page title="Audit log" sentence="Who changed what, and when. It cannot be edited.">
      <Gate needs="auditLogs.list">
        <DataTable
          label="Audit log"
          columns={columns}
          rows={logs.data?.auditLogs}
          isLoading={logs.isPending}
          error={logs.error}
          onRetry={() => void logs.refetch()}
          rowKey={({ id }) => id}
          onRowClick={setOpened}
          selectedKey={opened?.id}
          filters={
            <Group gap="xs" flex={{ base: 1, xs: 'none' }}>
              <TextInput
                type="search"
                w={{ base: '100%', xs: 280 }}
                aria-label="Search the audit log"
                placeholder="Search the audit log"
                leftSection={<IconSearch size={16} />}
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  search(event.currentTarget.value.trim())
                }}
              />
              <Select
                w={{ base: '100%', xs: 180 }}
                aria-label="Category"
                placeholder="All categories"
                clearable
                data={categories}
                value={category}
                onChange={(next) => changeQuery({ category: next ?? undefined, page: undefined })}
              />
            </Group>
          }
          empty={
            isFiltered ? (
              <EmptyState icon={IconSearch} title="Nothing matches" isCompact>
                Try other words, or all categories.
              </EmptyState>
            ) : (
              <EmptyState icon={IconListSearch} title="Nothing was changed yet">
                Every change of settings, people and campaigns is written down here with who made it.
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
        {opened && <AuditLogDrawer log={opened} onClose={() => setOpened(null)} />}
      </Gate>
    </Page>
  )
}
