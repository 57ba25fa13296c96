import { Button, Group, Pagination, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPlus, IconSearch, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useUrlQuery } from '../../app/area.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Gate, useMay } from '../ui/access.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { AgentDrawer } from './AgentDrawer.tsx'
import { AgentForm } from './AgentForm.tsx'
import { agentColumns } from './agent-columns.tsx'
import { AGENTS_PER_PAGE, useAgents } from './agents.queries.ts'

/** How long typing rests before the list is asked for. */
const SEARCH_REST_MS = 200

/** The people who answer. */
export function AgentList() {
  const mayList = useMay('agents.list')
  const item = useOpenItem()
  const [query, changeQuery] = useUrlQuery()
  const keywords = query.search ?? ''
  const pageIndex = Math.max(1, Number(query.page) || 1)
  const agents = useAgents({ keywords, pageIndex }, mayList)
  const count = agents.data?.count ?? 0
  const pages = Math.max(1, Math.ceil(count / AGENTS_PER_PAGE))
  const first = (pageIndex - 1) * AGENTS_PER_PAGE + 1
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => item.open('new')}>
      Add agent
    </Button>
  )
  return (
    <Page
      title="Agents"
      sentence="The people who answer your visitors, and what each of them may do."
      action={mayList && add}
    >
      <Gate needs="agents.list">
        <DataTable
          label="Agents"
          columns={agentColumns}
          rows={agents.data?.agents}
          isLoading={agents.isPending}
          error={agents.error}
          onRetry={() => void agents.refetch()}
          rowKey={({ id }) => id}
          onRowClick={({ id }) => item.open(id)}
          selectedKey={Number(item.id)}
          filters={
            <AgentSearch initial={keywords} onSearch={(text) => changeQuery({ search: text, page: undefined })} />
          }
          empty={
            keywords ? (
              <EmptyState icon={IconSearch} title="Nobody matches" isCompact>
                No agent’s name or e-mail address contains “{keywords}”.
              </EmptyState>
            ) : (
              <EmptyState icon={IconUser} title="No agents on this page" isCompact />
            )
          }
          footer={
            <>
              <span className="p-tabular">
                {first}–{Math.min(count, first + AGENTS_PER_PAGE - 1)} of {count}
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
        {item.id === 'new' && <AgentForm agent={undefined} onClose={item.close} />}
        {item.id && item.id !== 'new' && <AgentDrawer key={item.id} id={Number(item.id)} onClose={item.close} />}
      </Gate>
    </Page>
  )
}

function AgentSearch({ initial, onSearch }: { readonly initial: string; readonly onSearch: (text: string) => void }) {
  const [text, setText] = useState(initial)
  const search = useDebouncedCallback(onSearch, SEARCH_REST_MS)
  return (
    <Group flex={{ base: 1, xs: 'none' }}>
      <TextInput
        type="search"
        w={{ base: '100%', xs: 280 }}
        aria-label="Search agents"
        placeholder="Search by name or e-mail"
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          search(event.currentTarget.value.trim())
        }}
      />
    </Group>
  )
}
