import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { errorMessage } from '../../lib/errors.ts'
import { toastDone } from '../../ui/toasts.tsx'
import { agentName } from './agent-name.ts'
import { type Agent, useSetPassword } from './agents.queries.ts'

/** Sets an agent's password. */
export function PasswordModal({ agent, onClose }: { readonly agent: Agent; readonly onClose: () => void }) {
  const [password, setPassword] = useState('')
  const save = useSetPassword()
  const name = agentName(agent)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The modal stands inside the row and the drawer in React's tree: the event must not reach their forms.
    event.stopPropagation()
    save.mutate(
      { params: { id: agent.id }, body: { password } },
      {
        onSuccess: () => {
          toastDone(`New password for ${name}`)
          onClose()
        },
      },
    )
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>Set a password for {name}</Text>}>
      <form onSubmit={submit}>
        <PasswordInput
          label="New password"
          description="Ends all of the agent’s sessions. Tell it to the agent in person."
          autoComplete="new-password"
          data-autofocus
          value={password}
          error={save.error ? errorMessage(save.error) : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose} disabled={save.isPending}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending} disabled={password === ''}>
            Set password
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
