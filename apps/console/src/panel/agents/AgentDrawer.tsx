import { ActionIcon, Drawer, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Loaded } from '../../ui/states.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { AgentForm } from './AgentForm.tsx'
import { AgentMenuItems } from './agent-menu-items.tsx'
import { type Agent, useAgent } from './agents.queries.ts'
import { useAgentActions } from './use-agent-actions.tsx'

interface AgentDrawerProps {
  readonly id: number
  readonly onClose: () => void
}

/** One agent in the drawer, fetched by id so that a link to it works. */
export function AgentDrawer({ id, onClose }: AgentDrawerProps) {
  const agent = useAgent(id)
  useReturnFocus()
  if (agent.data) return <LoadedAgent agent={agent.data} onClose={onClose} />
  return (
    <Drawer opened onClose={onClose} position="right" size={560} title="Agent">
      <Loaded query={agent}>{() => null}</Loaded>
    </Drawer>
  )
}

function LoadedAgent({ agent, onClose }: { readonly agent: Agent; readonly onClose: () => void }) {
  const actions = useAgentActions(agent, onClose)
  const menu = (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label="More actions">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <AgentMenuItems agent={agent} actions={actions} />
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <>
      <AgentForm agent={agent} onClose={onClose} actions={menu} />
      {actions.dialogs}
    </>
  )
}
