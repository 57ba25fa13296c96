import { MultiSelect, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useWorkplace } from '../../app/api.ts'
import { useDepartments } from '../departments/departments.queries.ts'
import { useRoles } from '../roles/roles.queries.ts'
import { useMay } from '../ui/access.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import type { AgentValues } from './AgentForm.tsx'

const choices = (list: readonly { readonly id: string; readonly name: string }[] | undefined) =>
  (list ?? []).map(({ id, name }) => ({ value: id, label: name }))

/** Where an agent belongs, and what follows from it. */
export function AgentAccessFields({ form }: { readonly form: UseFormReturnType<AgentValues> }) {
  const roles = useRoles()
  const departments = useDepartments(useMay('departments.list'))
  const { data: workplace } = useWorkplace()
  return (
    <Stack gap="md">
      <MultiSelect
        label="Roles"
        description={`Every agent has at least the role ${roles.data?.find(({ type }) => type === 'agent')?.name ?? 'of all'}`}
        placeholder={form.values.roleIds.length ? '' : 'Choose roles'}
        data={choices(roles.data)}
        searchable
        {...form.getInputProps('roleIds')}
      />
      {departments.data && (
        <MultiSelect
          label="Departments"
          description="Chats for these departments reach this agent"
          placeholder={form.values.departmentIds.length ? '' : 'Choose departments'}
          data={choices(departments.data)}
          searchable
          {...form.getInputProps('departmentIds')}
        />
      )}
      <SwitchRow
        label="Administrator"
        note="Holds every permission. Only an administrator can change this."
        isOn={form.values.isAdmin}
        onChange={(isOn) => form.setFieldValue('isAdmin', isOn)}
        isDisabled={!workplace?.isAdmin}
      />
    </Stack>
  )
}
