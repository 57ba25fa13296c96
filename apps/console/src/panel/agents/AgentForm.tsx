import type { ReactNode } from 'react'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { FormTabs } from '../ui/form-tabs.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { AgentAccessFields } from './AgentAccessFields.tsx'
import { AgentPermissionFields } from './AgentPermissionFields.tsx'
import { AgentProfileFields } from './AgentProfileFields.tsx'
import { agentName } from './agent-name.ts'
import { type Agent, useCreateAgent, useUpdateAgent } from './agents.queries.ts'

interface AgentFormProps {
  /** Left out for a new one. */
  readonly agent: Agent | undefined
  readonly onClose: () => void
  readonly actions?: ReactNode
}

const mandatory = ['email', 'firstName', 'lastName'] as const

/** What the form of an agent holds. */
export function agentValues(agent: Agent | undefined) {
  return {
    email: agent?.email ?? '',
    firstName: agent?.firstName ?? '',
    lastName: agent?.lastName ?? '',
    displayName: toInput(agent?.displayName),
    title: toInput(agent?.title),
    phone: toInput(agent?.phone),
    password: '',
    isAdmin: agent?.isAdmin ?? false,
    roleIds: agent?.roleIds ?? [],
    departmentIds: agent?.departmentIds ?? [],
    permissionIds: agent?.permissionIds ?? [],
  }
}

export type AgentValues = ReturnType<typeof agentValues>

/** Makes or changes an agent. */
export function AgentForm({ agent, onClose, actions }: AgentFormProps) {
  const create = useCreateAgent()
  const update = useUpdateAgent()
  const state = useSaveForm({
    entity: 'Agent',
    isNew: !agent,
    initialValues: agentValues(agent),
    done: agent ? 'Agent saved' : 'Agent added',
    save: (values, changed) => {
      if (agent) return update.mutateAsync({ params: { id: agent.id }, body: toBody(changed, mandatory) })
      const { password, ...fields } = values
      return create.mutateAsync({ body: { ...toBody(fields, mandatory), ...(password ? { password } : {}) } })
    },
    onSaved: onClose,
  })
  return (
    <FormDrawer
      title={agent ? agentName(agent) : 'Add agent'}
      subtitle={agent ? agent.email : 'Agents sign in with their e-mail address.'}
      state={state}
      submitLabel={agent ? 'Save changes' : 'Add agent'}
      onClose={onClose}
      isNew={!agent}
      isTabbed
      actions={actions}
    >
      <FormTabs
        errors={state.form.errors}
        tabs={[
          {
            label: 'Profile',
            fields: ['email', 'firstName', 'lastName', 'displayName', 'title', 'phone', 'password'],
            content: <AgentProfileFields form={state.form} isNew={!agent} />,
          },
          {
            label: 'Roles & departments',
            fields: ['roleIds', 'departmentIds', 'isAdmin'],
            content: <AgentAccessFields form={state.form} />,
          },
          {
            label: 'Permissions',
            fields: ['permissionIds'],
            content: <AgentPermissionFields form={state.form} />,
          },
        ]}
      />
    </FormDrawer>
  )
}
