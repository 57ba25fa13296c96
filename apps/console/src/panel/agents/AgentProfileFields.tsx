import { PasswordInput, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import classes from '../ui/panel-ui.module.css'
import type { AgentValues } from './AgentForm.tsx'

interface AgentProfileFieldsProps {
  readonly form: UseFormReturnType<AgentValues>
  readonly isNew: boolean
}

/** Who an agent is. */
export function AgentProfileFields({ form, isNew }: AgentProfileFieldsProps) {
  return (
    <Stack gap="md">
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="off"
        withAsterisk={isNew}
        readOnly={!isNew}
        {...(isNew ? { 'data-autofocus': true } : { description: 'Cannot be changed', variant: 'filled' })}
        {...form.getInputProps('email')}
      />
      <div className={classes.row}>
        <TextInput label="First name" withAsterisk {...form.getInputProps('firstName')} />
        <TextInput label="Last name" withAsterisk {...form.getInputProps('lastName')} />
      </div>
      <TextInput
        label="Display name"
        description="What visitors see; the first name unless given"
        {...form.getInputProps('displayName')}
      />
      <div className={classes.row}>
        <TextInput label="Title" {...form.getInputProps('title')} />
        <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
      </div>
      {isNew && (
        <PasswordInput
          label="Password"
          description="Without one, the agent gets an e-mail with a link to choose it"
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      )}
    </Stack>
  )
}
