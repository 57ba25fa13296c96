import { RowMenu } from '../ui/cells.tsx'
import { AgentMenuItems } from './agent-menu-items.tsx'
import { agentName } from './agent-name.ts'
import type { Agent } from './agents.queries.ts'
import { useAgentActions } from './use-agent-actions.tsx'

/** The menu at the end of an agent's row. */
export function AgentMenu({ agent }: { readonly agent: Agent }) {
  const actions = useAgentActions(agent)
  return (
    // Menu and dialogs stand inside the row in React's tree: a click in them must not open the row.
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles nothing, it only keeps clicks from the row
    <div role="presentation" onClick={(event) => event.stopPropagation()}>
      <RowMenu label={`Actions for ${agentName(agent)}`}>
        <AgentMenuItems agent={agent} actions={actions} />
      </RowMenu>
      {actions.dialogs}
    </div>
  )
}
