import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { Shape } from '@parley/contract'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useApiQuery, useCan } from '../../app/api.ts'
import { useUrlQuery } from '../../app/area.tsx'
import { dateTime, dayKey, duration, when } from '../../lib/time.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-dot.tsx'
import classes from './history-page.module.css'
import { DEFAULT_RANGE, ranges, timeRange } from './history-range.ts'
import { chatLength, chatOutcomes, chatVisitorName, ratingOf } from './transcript.ts'
import { TranscriptDrawer } from './transcript-drawer.tsx'

type Chat = Shape<'Chat'>

const PAGE_SIZE = 50
const TYPING_PAUSE_MS = 300

const columns: readonly Column<Chat>[] = [
  {
    key: 'visitor',
    header: 'Visitor',
    render: (chat) => (
      <div className={classes.who}>
        <span className={classes.name} dir="auto">
          {chatVisitorName(chat)}
        </span>
        <span className={classes.first} dir="auto">
          {chat.messages?.find((message) => message.type === 'visitor')?.content ?? chat.requestingPageTitle}
        </span>
      </div>
    ),
  },
  {
    key: 'agents',
    header: 'Agent',
    hideBelow: 'md',
    width: 160,
    render: (chat) => (chat.agents ?? []).map((agent) => agent.displayName ?? agent.email).join(', ') || '–',
  },
  {
    key: 'outcome',
    header: 'Outcome',
    width: 104,
    render: (chat) => {
      const outcome = chat.status && chatOutcomes[chat.status]
      return outcome ? (
        <StatusTag tone={outcome.tone}>{outcome.label}</StatusTag>
      ) : (
        <StatusTag tone="blue">Running</StatusTag>
      )
    },
  },
  {
    key: 'rating',
    header: 'Rating',
    hideBelow: 'lg',
    width: 88,
    render: (chat) => (ratingOf(chat) ? `${ratingOf(chat)} of 5` : '–'),
  },
  {
    key: 'length',
    header: 'Length',
    align: 'right',
    hideBelow: 'md',
    width: 104,
    render: (chat) => {
      const seconds = chatLength(chat)
      return seconds === null ? '–' : duration(seconds)
    },
  },
  {
    key: 'time',
    header: 'Requested',
    align: 'right',
    hideBelow: 'sm',
    width: 176,
    render: (chat) => <span title={dateTime(chat.requestedTime)}>{when(chat.requestedTime, Date.now())}</span>,
  },
]

/** Finished chats: found by day, agent and words; the filters are in the address. */
export function HistoryPage() {
  const [query, change] = useUrlQuery()
  const [words, setWords] = useState(query.keywords ?? '')
  const mayListAgents = useCan('Manage Agent & Agent Roles')
  const agents = useApiQuery('agents.list', { query: { pageSize: 1000 } }, { isEnabled: mayListAgents })
  const search = useDebouncedCallback((text: string) => change({ keywords: text, page: undefined }), TYPING_PAUSE_MS)
  const range = query.range ?? DEFAULT_RANGE
  const page = Math.max(1, Number(query.page) || 1)
  // The range moves with the days, not with the seconds: the same day is the same question.
  const today = dayKey(new Date().toISOString())
  const times = useMemo(() => timeRange({ ...query, range }, new Date(`${today}T12:00:00`)), [query, range, today])
  const chats = useApiQuery(
    'chats.list',
    {
      query: {
        ...times,
        keywords: query.keywords || undefined,
        agentId: Number(query.agent) || undefined,
        include: ['agent'],
        pageIndex: page,
        pageSize: PAGE_SIZE,
      },
    },
    { keepsPrevious: true },
  )
  const total = chats.data?.totalCount ?? 0
  const isFiltered = Boolean(query.keywords || query.agent || query.range)
  const showPage = (next: number) => change({ page: next > 1 ? String(next) : undefined })

  return (
    <Page title="Finished chats" sentence="Search and read every chat that has ended." width="full">
      <DataTable
        label="Chats"
        columns={columns}
        rows={chats.data?.chats}
        rowKey={(chat) => chat.id}
        onRowClick={(chat) => change({ chat: chat.id })}
        selectedKey={query.chat}
        isLoading={chats.isPending}
        error={chats.error}
        onRetry={() => void chats.refetch()}
        filters={
          <>
            <TextInput
              className={classes.search}
              type="search"
              aria-label="Search the transcripts"
              placeholder="Search the transcripts"
              leftSection={<IconSearch size={16} />}
              value={words}
              onChange={(event) => {
                setWords(event.currentTarget.value)
                search(event.currentTarget.value)
              }}
            />
            <Select
              aria-label="Days"
              className={classes.range}
              data={ranges.map(({ value, label }) => ({ value, label }))}
              value={range}
              allowDeselect={false}
              onChange={(value) => change({ range: value ?? undefined, page: undefined })}
            />
            {range === 'custom' && (
              <Group gap={8}>
                <TextInput
                  type="date"
                  aria-label="First day"
                  value={query.from ?? today}
                  onChange={(event) => change({ from: event.currentTarget.value, page: undefined })}
                />
                <TextInput
                  type="date"
                  aria-label="Last day"
                  value={query.to ?? today}
                  onChange={(event) => change({ to: event.currentTarget.value, page: undefined })}
                />
              </Group>
            )}
            {mayListAgents && (
              <Select
                aria-label="Agent"
                placeholder="Any agent"
                className={classes.agent}
                searchable
                clearable
                data={(agents.data?.agents ?? []).map((agent) => ({
                  value: String(agent.id),
                  label: agent.displayName ?? agent.email,
                }))}
                value={query.agent ?? null}
                onChange={(value) => change({ agent: value ?? undefined, page: undefined })}
              />
            )}
          </>
        }
        empty={
          <EmptyState
            icon={IconHistory}
            title={isFiltered ? 'No chat fits' : 'No chats in these days'}
            action={
              isFiltered ? (
                <Button
                  variant="default"
                  onClick={() => {
                    setWords('')
                    change({
                      keywords: undefined,
                      agent: undefined,
                      range: undefined,
                      from: undefined,
                      to: undefined,
                      page: undefined,
                    })
                  }}
                >
                  Remove all filters
                </Button>
              ) : (
                <Button variant="default" onClick={() => change({ range: '90' })}>
                  Look at the last 90 days
                </Button>
              )
            }
          >
            Chats appear here when they have ended.
          </EmptyState>
        }
        footer={
          <>
            <span className="p-tabular">
              {((page - 1) * PAGE_SIZE + 1).toLocaleString()}–{Math.min(total, page * PAGE_SIZE).toLocaleString()} of{' '}
              {total.toLocaleString()}
            </span>
            <Group gap={8}>
              <Button variant="default" disabled={page === 1} onClick={() => showPage(page - 1)}>
                Newer
              </Button>
              <Button variant="default" disabled={page * PAGE_SIZE >= total} onClick={() => showPage(page + 1)}>
                Older
              </Button>
            </Group>
          </>
        }
      />
      <TranscriptDrawer
        chatId={query.chat ?? null}
        onClose={() => change({ chat: undefined })}
        marked={query.keywords}
      />
    </Page>
  )
}
