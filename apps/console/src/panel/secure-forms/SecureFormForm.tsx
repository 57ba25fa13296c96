import { Textarea, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useRef } from 'react'
import { useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useOpenItem } from '../ui/use-open-item.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { FieldList } from './FieldList.tsx'

interface SecureFormFormProps {
  /** Left out for a new one. */
  readonly secureForm: Shape<'SecureForm'> | undefined
  readonly onClose: () => void
}

/** Makes or changes a secure form; the fields of an existing one are kept one by one. */
export function SecureFormForm({ secureForm, onClose }: SecureFormFormProps) {
  const changes = useChanges('secureForms')
  const mayChange = useMay('secureForms.update')
  const item = useOpenItem()
  const createdId = useRef<string>(undefined)
  const state = useSaveForm({
    entity: 'SecureForm',
    isNew: !secureForm,
    initialValues: { name: secureForm?.name ?? '', description: toInput(secureForm?.description) },
    done: secureForm ? 'Secure form saved' : 'Secure form added',
    save: async (values, changed) => {
      if (secureForm) await changes.update({ params: { id: secureForm.id }, body: toBody(changed, ['name']) })
      else createdId.current = (await changes.create({ body: toBody(values, ['name']) })).id
    },
    // A new form stays open: its fields come next.
    onSaved: () => (createdId.current === undefined ? onClose() : item.open(createdId.current)),
  })
  const { form } = state
  return (
    <ResourceDrawer
      noun="secure form"
      name={secureForm?.name}
      state={state}
      mayChange={mayChange}
      remove={secureForm && (() => changes.remove({ params: { id: secureForm.id } }))}
      consequence="Agents can no longer send it, and its fields are deleted with it."
      onClose={onClose}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Textarea
        label="Description"
        description="Above the fields, for the visitor"
        autosize
        minRows={2}
        {...form.getInputProps('description')}
      />
      {secureForm ? (
        <FieldList secureForm={secureForm} mayChange={mayChange} />
      ) : (
        <p className={panel.muted}>Add the form first, then its fields.</p>
      )}
    </ResourceDrawer>
  )
}
