import { Avatar } from '../../ui/avatar.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { StatusTag } from '../../ui/status-dot.tsx'
import { NameCell, TextCell } from '../ui/cells.tsx'
import { sinceWords } from '../ui/since.ts'
import { AgentMenu } from './AgentMenu.tsx'
import { agentName } from './agent-name.ts'
import type { Agent } from './agents.queries.ts'

function AgentState({ agent }: { readonly agent: Agent }) {
  if (!agent.isActive) return <StatusTag tone="grey">Deactivated</StatusTag>
  if (agent.isLocked) return <StatusTag tone="red">Locked</StatusTag>
  return agent.isAdmin ? <StatusTag tone="blue">Administrator</StatusTag> : null
}

const names = (list: readonly { readonly name: string }[] | null | undefined) =>
  (list ?? []).map(({ name }) => name).join(', ')

/** The columns of the list of agents. */
export const agentColumns: readonly Column<Agent>[] = [
  {
    key: 'name',
    header: 'Name',
    render: (agent) => (
      <NameCell
        name={agentName(agent)}
        note={agent.email}
        leading={<Avatar name={agentName(agent)} shape="square" size={30} />}
        tag={<AgentState agent={agent} />}
      />
    ),
  },
  { key: 'roles', header: 'Roles', hideBelow: 'md', render: ({ roles }) => <TextCell>{names(roles)}</TextCell> },
  {
    key: 'departments',
    header: 'Departments',
    hideBelow: 'lg',
    render: ({ departments }) => <TextCell>{names(departments)}</TextCell>,
  },
  {
    key: 'lastLogin',
    header: 'Last sign-in',
    width: 140,
    hideBelow: 'sm',
    render: ({ lastLoginTime }) => (lastLoginTime ? sinceWords(lastLoginTime) : <TextCell>{null}</TextCell>),
  },
  { key: 'menu', header: '', width: 56, align: 'right', render: (agent) => <AgentMenu agent={agent} /> },
]
