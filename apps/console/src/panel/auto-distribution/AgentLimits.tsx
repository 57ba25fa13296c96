import { NumberInput, Switch } from '@mantine/core'
import { useMemo } from 'react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { agentName } from '../agents/agent-name.ts'
import { useAllAgents } from '../agents/agents.queries.ts'
import { useMay } from '../ui/access.tsx'
import type { AgentRow } from './auto-distribution.queries.ts'
import { agentRows, withRow } from './rows.ts'

interface AgentLimitsProps {
  readonly rows: readonly AgentRow[]
  readonly hasOneLimit: boolean
  readonly limit: number
  readonly onChange: (rows: AgentRow[]) => void
}

/** Which agents get chats by themselves, and how many at once. */
export function AgentLimits({ rows, hasOneLimit, limit, onChange }: AgentLimitsProps) {
  const mayList = useMay('agents.list')
  const agents = useAllAgents(mayList)
  const active = useMemo(() => (agents.data?.agents ?? []).filter(({ isActive }) => isActive), [agents.data])
  const names = useMemo(() => new Map(active.map((agent) => [agent.id, agentName(agent)])), [active])
  if (!mayList) return null

  const change = (row: AgentRow) => onChange(withRow(rows, row, ({ agentId }) => agentId === row.agentId))
  const nameOf = ({ agentId }: AgentRow) => names.get(agentId) ?? `Agent ${agentId}`
  const columns: readonly Column<AgentRow>[] = [
    { key: 'name', header: 'Agent', sortBy: nameOf, render: nameOf },
    {
      key: 'auto',
      header: 'Gets chats',
      width: 110,
      render: (row) => (
        <Switch
          aria-label={`Give chats to ${nameOf(row)}`}
          checked={row.ifAutoAcceptChat ?? true}
          onChange={(event) => change({ ...row, ifAutoAcceptChat: event.currentTarget.checked })}
        />
      ),
    },
    {
      key: 'limit',
      header: 'At once',
      width: 110,
      render: (row) =>
        hasOneLimit ? (
          limit
        ) : (
          <NumberInput
            aria-label={`Chats at once for ${nameOf(row)}`}
            value={row.maxConcurrentChats ?? ''}
            allowDecimal={false}
            disabled={row.ifAutoAcceptChat === false}
            onChange={(value) => change({ ...row, maxConcurrentChats: value === '' ? null : Number(value) })}
          />
        ),
    },
  ]
  return (
    <Section title="Agents" sentence="Agents who do not get chats can still accept waiting ones by hand.">
      <DataTable
        label="Agents"
        columns={columns}
        rows={agents.data && agentRows([...names.keys()], rows)}
        isLoading={agents.isPending}
        error={agents.error}
        onRetry={() => void agents.refetch()}
        rowKey={({ agentId }) => agentId}
        initialSort={{ key: 'name', isDescending: false }}
        {...(names.size > 8 ? { searchText: nameOf } : {})}
        empty={null}
      />
    </Section>
  )
}
