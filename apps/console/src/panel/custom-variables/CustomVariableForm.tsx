import { Select, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { useMay } from '../ui/access.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import {
  useCreateCustomVariable,
  useDeleteCustomVariable,
  useUpdateCustomVariable,
} from './custom-variables.queries.ts'

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
  const create = useCreateCustomVariable()
  const update = useUpdateCustomVariable()
  const remove = useDeleteCustomVariable()
  const mayChange = useMay('customVariables.update')
  const [confirm, confirmModal] = useConfirm()
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
        ? update.mutateAsync({ params: { id: variable.id }, body: toBody(changed, ['name']) })
        : create.mutateAsync({ body: toBody(values, ['name']) }),
    onSaved: onClose,
  })
  const { form } = state

  const askToDelete = (each: CustomVariable) =>
    confirm({
      title: `Delete the custom variable “${each.name}”?`,
      consequence: 'Pages may go on sending it, but agents will no longer see it. Past chats lose its values.',
      confirmLabel: 'Delete custom variable',
      onConfirm: async () => {
        state.discard()
        await remove.mutateAsync({ params: { id: each.id } })
        onClose()
        toastDone(`Deleted “${each.name}”`)
      },
    })

  return (
    <>
      <FormDrawer
        title={variable ? variable.name : 'Add custom variable'}
        state={state}
        submitLabel={variable ? 'Save changes' : 'Add custom variable'}
        onClose={onClose}
        isNew={!variable}
        isReadOnly={!mayChange}
        actions={mayChange && variable && <DeleteButton label={variable.name} onClick={() => askToDelete(variable)} />}
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
      </FormDrawer>
      {confirmModal}
    </>
  )
}
