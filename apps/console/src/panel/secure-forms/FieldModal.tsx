import { Button, Group, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormErrors } from '../../ui/form.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import { LeaveQuestion, UnsavedGuard } from '../ui/unsaved-guard.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { fieldTypes, hasOptions, programName, type SecureField } from './secure-form-fields.ts'

const typeChoices = Object.entries(fieldTypes).map(([value, label]) => ({ value, label }))

interface FieldModalProps {
  readonly secureFormId: string
  /** Left out for a new one. */
  readonly field: SecureField | undefined
  readonly nextOrder: number
  readonly onClose: () => void
}

/** Makes or changes a field of a secure form. */
export function FieldModal({ secureFormId, field, nextOrder, onClose }: FieldModalProps) {
  const changes = useChanges('secureFormFields', ['secureForms.'])
  const state = useSaveForm({
    entity: 'SecureFormField',
    isNew: !field,
    initialValues: {
      name: field?.name ?? '',
      displayName: field?.displayName ?? '',
      type: field?.type ?? ('text' as SecureField['type']),
      isVisible: field?.isVisible ?? true,
      isRequired: field?.isRequired ?? false,
      order: field?.order ?? nextOrder,
      options: field?.options ?? [],
    },
    done: field ? 'Field saved' : 'Field added',
    save: (values, changed) =>
      field
        ? changes.update({ params: { secureFormId, id: field.id }, body: changed })
        : changes.create({ params: { secureFormId }, body: values }),
    onSaved: onClose,
  })
  const { form } = state
  const [isAsking, setAsking] = useState(false)
  const isUnsaved = state.isDirty && !state.isSaving
  const close = () => (isUnsaved ? setAsking(true) : onClose())
  const rename = (displayName: string) => {
    // A program's name is made up from the label, until somebody writes one.
    const isMadeUp = !field && form.values.name === programName(form.values.displayName)
    form.setValues({ displayName, ...(isMadeUp ? { name: programName(displayName) } : {}) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The drawer's form lies around this one in React's tree, and must not be sent.
    event.stopPropagation()
    void state.submit()
  }
  return (
    <Modal opened onClose={close} title={field ? field.displayName : 'Add field'} zIndex={300}>
      <form onSubmit={submit} noValidate>
        <FormErrors errors={form.errors} message={state.problem} />
        <Stack gap="md">
          <TextInput
            label="Label"
            description="As the visitor sees it"
            withAsterisk
            data-autofocus
            {...form.getInputProps('displayName')}
            onChange={(event) => rename(event.currentTarget.value)}
          />
          <TextInput
            label="Name"
            description="As programs know it, for example cardNumber"
            withAsterisk
            {...form.getInputProps('name')}
          />
          <Select label="Kind" withAsterisk data={typeChoices} allowDeselect={false} {...form.getInputProps('type')} />
          {hasOptions(form.values.type) && (
            <TagsInput
              label="Choices"
              description="Enter adds one"
              withAsterisk
              value={form.values.options.map(({ value }) => value)}
              onChange={(values) =>
                form.setFieldValue(
                  'options',
                  values.map((value, index) => ({ value, order: index + 1 })),
                )
              }
              error={form.errors.options}
            />
          )}
          <div>
            <SwitchRow
              label="Required"
              isOn={form.values.isRequired}
              onChange={(isOn) => form.setFieldValue('isRequired', isOn)}
            />
            <SwitchRow
              label="Shown"
              isOn={form.values.isVisible}
              onChange={(isOn) => form.setFieldValue('isVisible', isOn)}
            />
          </div>
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={close} disabled={state.isSaving}>
            Cancel
          </Button>
          <Button type="submit" loading={state.isSaving} disabled={field !== undefined && !state.isDirty}>
            {field ? 'Save field' : 'Add field'}
          </Button>
        </Group>
      </form>
      <UnsavedGuard isDirty={isUnsaved} />
      {isAsking && <LeaveQuestion onStay={() => setAsking(false)} onLeave={onClose} />}
    </Modal>
  )
}
