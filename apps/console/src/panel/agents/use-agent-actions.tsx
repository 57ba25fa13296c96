import { type ReactNode, useState } from 'react'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone, toastFailed } from '../../ui/toasts.tsx'
import { agentName } from './agent-name.ts'
import { type Agent, useDeleteAgent, useUnlockAgent, useUpdateAgent } from './agents.queries.ts'
import { PasswordModal } from './PasswordModal.tsx'

/** What can be done with an agent besides editing. */
export interface AgentActions {
  readonly toggleActive: () => void
  readonly unlock: () => void
  readonly setPassword: () => void
  readonly remove: () => void
  /** The questions these actions ask; render it once. */
  readonly dialogs: ReactNode
}

/** The actions on one agent. Deactivating and unlocking can be undone and ask nothing; deleting asks. */
export function useAgentActions(agent: Agent, onDeleted?: () => void): AgentActions {
  const name = agentName(agent)
  const update = useUpdateAgent()
  const unlock = useUnlockAgent()
  const remove = useDeleteAgent()
  const [confirm, confirmModal] = useConfirm()
  const [isPasswordOpen, setPasswordOpen] = useState(false)

  const setActive = (isActive: boolean) =>
    update.mutate(
      { params: { id: agent.id }, body: { isActive } },
      {
        onSuccess: () =>
          toastDone(isActive ? `${name} can sign in again` : `${name} is deactivated and signed out`, () =>
            setActive(!isActive),
          ),
        onError: (error) => toastFailed(`${name} could not be changed`, error),
      },
    )

  const askToDelete = () =>
    confirm({
      title: `Delete ${name}?`,
      consequence: (
        <>
          {agent.email} will be signed out at once and can no longer sign in. Past chats keep the name. This cannot be
          undone; to keep the account, deactivate it instead.
        </>
      ),
      confirmLabel: 'Delete agent',
      onConfirm: async () => {
        await remove.mutateAsync({ params: { id: agent.id } })
        onDeleted?.()
        toastDone(`Deleted ${name}`)
      },
    })

  return {
    toggleActive: () => setActive(!agent.isActive),
    unlock: () =>
      unlock.mutate(
        { params: { id: agent.id } },
        {
          onSuccess: () => toastDone(`${name} can sign in again`),
          onError: (error) => toastFailed(`${name} could not be unlocked`, error),
        },
      ),
    setPassword: () => setPasswordOpen(true),
    remove: askToDelete,
    dialogs: (
      <>
        {confirmModal}
        {isPasswordOpen && <PasswordModal agent={agent} onClose={() => setPasswordOpen(false)} />}
      </>
    ),
  }
}
