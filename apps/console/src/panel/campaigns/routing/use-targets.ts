import { agentName } from '../../agents/agent-name.ts'
import { useAllAgents } from '../../agents/agents.queries.ts'
import { useDepartments } from '../../departments/departments.queries.ts'
import { useMay } from '../../ui/access.tsx'
import type { Target } from './targets.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

/** Departments and agents to choose from, as far as the signed-in agent may see them. */
export function useTargets() {
  const departments = useDepartments(useMay('departments.list'))
  const agents = useAllAgents(useMay('agents.list'))
  const choices = {
    department: (departments.data ?? []).map(({ id, name }): Choice => ({ value: id, label: name })),
    agent: (agents.data?.agents ?? []).map((agent): Choice => ({ value: String(agent.id), label: agentName(agent) })),
  }
  /** Whom a chat is for, in words. */
  const wordsOf = ({ kind, id }: Target): string => {
    if (kind === 'anybody') return 'Anybody'
    if (kind === 'offlineMessage') return 'An offline message'
    const found = choices[kind].find(({ value }) => value === id)?.label
    return found ?? (kind === 'agent' ? `Agent ${id}` : 'A department')
  }
  return { choices, wordsOf }
}
