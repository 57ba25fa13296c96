import { Select, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'

type CustomVariable = Shape<'CustomVariable'>
type Type = CustomVariable['type']

/** The types of a custom variable, in words. */
export const typeLabels: Record<Type, string> = { text: 'Text', integer: 'Whole number', decimal: 'Decimal number' }

const typeChoices = Object.entries(typeLabels).map(([value, label]) => ({ value, label }))

interface CustomVariableFormProps {
  /** Left out for a new one. */
  readonly variable: CustomVariable | undefined
  readonly onClose: () => void
}

/** Makes or changes a custom variable. */
export function CustomVariableForm({ variable, onClose }: CustomVariableFormProps) {
  const changes = useChanges('customVariables')
  const mayChange = useMay('customVariables.update')
  const state = useSaveForm({
    entity: 'CustomVariable',
    isNew: !variable,
    initialValues: {
      name: variable?.name ?? '',
      type: variable?.type ?? ('text' as Type),
      value: toInput(variable?.value),
      hyperlink: toInput(variable?.hyperlink),
    },
    done: variable ? 'Custom variable saved' : 'Custom variable added',
    save: (values, changed) =>
      variable
        ? changes.update({ params: { id: variable.id }, body: toBody(changed, ['name']) })
        : changes.create({ body: toBody(values, ['name']) }),
    onSaved: onClose,
  })
  const { form } = state

  return (
    <ResourceDrawer
      noun="custom variable"
      name={variable?.name}
      state={state}
      mayChange={mayChange}
      remove={variable && (() => changes.remove({ params: { id: variable.id } }))}
      consequence="What pages tell of it from now on is ignored. Visits that told it keep their value."
      onClose={onClose}
    >
      <TextInput
        label="Name"
        description="As your pages call it, for example orderNumber"
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Select label="Type" withAsterisk data={typeChoices} allowDeselect={false} {...form.getInputProps('type')} />
      <TextInput
        label="Value"
        description="For programs that read it through the API"
        {...form.getInputProps('value')}
      />
      <TextInput
        label="Link"
        description="Kept with the variable for programs; the console does not link values yet"
        placeholder="https://crm.example.com/orders"
        {...form.getInputProps('hyperlink')}
      />
    </ResourceDrawer>
  )
}
