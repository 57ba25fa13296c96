import { Button } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useUrlQuery } from '../../app/area.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingOnPage, PageLinks, usePageIndex } from '../../ui/page-links.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useSearchInAddress } from '../../ui/table-state.ts'
import { Gate, useMay } from '../ui/access.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { AgentDrawer } from './AgentDrawer.tsx'
import { AgentForm } from './AgentForm.tsx'
import { agentColumns } from './agent-columns.tsx'
import { AGENTS_PER_PAGE, useAgents } from './agents.queries.ts'

/** The people who answer. */
export function AgentList() {
  const mayList = useMay('agents.list')
  const item = useOpenItem()
  const [query] = useUrlQuery()
  const search = useSearchInAddress()
  const keywords = query.search ?? ''
  const pageIndex = usePageIndex()
  const agents = useAgents({ keywords, pageIndex }, mayList)
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
          filters={<SearchField label="Search agents" placeholder="Search by name or e-mail" {...search} />}
          empty={
            agents.data?.count ? (
              <NothingOnPage />
            ) : (
              <EmptyState icon={IconSearch} title="Nobody matches" isCompact>
                No agent’s name or e-mail address contains “{keywords}”.
              </EmptyState>
            )
          }
          footer={<PageLinks count={agents.data?.count ?? 0} perPage={AGENTS_PER_PAGE} />}
        />
        {item.id === 'new' && <AgentForm agent={undefined} onClose={item.close} />}
        {item.id && item.id !== 'new' && <AgentDrawer key={item.id} id={Number(item.id)} onClose={item.close} />}
      </Gate>
    </Page>
  )
}
