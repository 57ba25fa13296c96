import { MultiSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMay } from '../ui/access.tsx'
import { agentName } from './agent-name.ts'
import { useAllAgents } from './agents.queries.ts'

/** How many agents the list shows before one types; more would only make it slow. */
const MOST_CHOICES = 200

interface AgentSelectProps {
  readonly label: string
  readonly description?: string
  readonly value?: readonly number[]
  readonly onChange?: (ids: number[]) => void
  readonly error?: ReactNode
}

/** Chooses agents by name. Those who may not see the list of agents see how many are chosen. */
export function AgentSelect({ label, description, value = [], onChange, error }: AgentSelectProps) {
  const mayList = useMay('agents.list')
  const agents = useAllAgents(mayList)
  const data = (agents.data?.agents ?? []).map((agent) => ({ value: String(agent.id), label: agentName(agent) }))
  const known = new Set(data.map((choice) => choice.value))
  // Ids without a name stay chosen: saving must not drop members that could not be listed.
  const unknown = value.map(String).filter((id) => !known.has(id))
  return (
    <MultiSelect
      label={label}
      description={description}
      placeholder={value.length ? '' : 'Choose agents'}
      data={[...data, ...unknown.map((id) => ({ value: id, label: `Agent ${id}` }))]}
      value={value.map(String)}
      onChange={(ids) => onChange?.(ids.map(Number))}
      error={error}
      searchable
      hidePickedOptions
      nothingFoundMessage="Nobody matches"
      maxDropdownHeight={260}
      limit={MOST_CHOICES}
    />
  )
}
