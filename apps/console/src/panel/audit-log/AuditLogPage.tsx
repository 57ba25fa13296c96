import type { Shape } from '@parley/contract'
import { IconListSearch, IconSearch } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { useUrlQuery } from '../../app/area.tsx'
import { when } from '../../lib/time.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingOnPage, PageLinks, usePageIndex } from '../../ui/page-links.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { agentName } from '../agents/agent-name.ts'
import { Gate, useMay } from '../ui/access.tsx'
import { NameCell, TextCell, TimeCell } from '../ui/cells.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditLogDrawer } from './AuditLogDrawer.tsx'
import { auditFilter } from './audit-filter.ts'
import classes from './audit-log.module.css'
import { actionWords } from './audit-words.ts'

type AuditLog = Shape<'AuditLog'>

const PER_PAGE = 25

function whoWords({ agent, createdBy }: AuditLog): string | null {
  if (agent) return agentName(agent)
  return createdBy ? `Agent ${createdBy}` : null
}

const columns: readonly Column<AuditLog>[] = [
  {
    key: 'what',
    header: 'What',
    render: (log) => (
      <NameCell
        name={log.actionSummary ?? actionWords(log.actionType)}
        note={
          <>
            <span className={classes.onDesk}>{actionWords(log.actionType)}</span>
            <span className={classes.onPhone}>
              {when(log.actionTime, Date.now())} · {whoWords(log)}
            </span>
          </>
        }
      />
    ),
  },
  { key: 'who', header: 'Who', width: 180, hideBelow: 'sm', render: (log) => <TextCell>{whoWords(log)}</TextCell> },
  {
    key: 'when',
    header: 'When',
    width: 150,
    hideBelow: 'sm',
    render: ({ actionTime }) => <TimeCell iso={actionTime} />,
  },
]

/** Who changed what, newest first. */
export function AuditLogPage() {
  const mayList = useMay('auditLogs.list')
  const [query] = useUrlQuery()
  const pageIndex = usePageIndex()
  const item = useOpenItem()
  const filter = auditFilter(query)
  const logs = useApiQuery(
    'auditLogs.list',
    { query: { include: ['agent'], pageSize: PER_PAGE, pageIndex, ...filter } },
    { isEnabled: mayList, keepsPrevious: true },
  )
  const opened = logs.data?.auditLogs.find(({ id }) => String(id) === item.id)
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
          onRowClick={({ id }) => item.open(id)}
          selectedKey={opened?.id}
          filters={<AuditFilters />}
          empty={
            logs.data?.count ? (
              <NothingOnPage />
            ) : Object.keys(filter).length > 0 ? (
              <EmptyState icon={IconSearch} title="Nothing matches" isCompact>
                Try other words, more days, or everybody.
              </EmptyState>
            ) : (
              <EmptyState icon={IconListSearch} title="Nothing was changed yet">
                Every change of settings, people and campaigns is written down here with who made it.
              </EmptyState>
            )
          }
          footer={<PageLinks count={logs.data?.count ?? 0} perPage={PER_PAGE} />}
        />
        {opened && <AuditLogDrawer log={opened} onClose={item.close} />}
      </Gate>
    </Page>
  )
}
