import { Menu } from '@mantine/core'
import { IconKey, IconLockOpen, IconTrash, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import type { Agent } from './agents.queries.ts'
import type { AgentActions } from './use-agent-actions.tsx'

/** The actions on an agent as items of a menu. */
export function AgentMenuItems({ agent, actions }: { readonly agent: Agent; readonly actions: AgentActions }) {
  return (
    <>
      {agent.isLocked && (
        <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={actions.unlock}>
          Unlock
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconKey size={16} />} onClick={actions.setPassword}>
        Set password…
      </Menu.Item>
      <Menu.Item
        leftSection={agent.isActive ? <IconUserOff size={16} /> : <IconUserCheck size={16} />}
        onClick={actions.toggleActive}
      >
        {agent.isActive ? 'Deactivate' : 'Activate'}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={actions.remove}>
        Delete…
      </Menu.Item>
    </>
  )
}
