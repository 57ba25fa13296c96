import { ActionIcon, Button } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../../app/api.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import panel from '../ui/panel-ui.module.css'
import { useReorder } from '../ui/reorder/use-reorder.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { FieldModal } from './FieldModal.tsx'
import { fieldTypes, type SecureField } from './secure-form-fields.ts'
import classes from './secure-forms.module.css'

interface FieldListProps {
  readonly secureForm: Shape<'SecureForm'>
  readonly mayChange: boolean
}

/** The fields of a secure form: each is added, changed and deleted at once, on its own. */
export function FieldList({ secureForm, mayChange }: FieldListProps) {
  const params = { secureFormId: secureForm.id }
  const fields = useApiQuery('secureFormFields.list', { params })
  const changes = useChanges('secureFormFields', ['secureForms.'])
  const [edited, setEdited] = useState<SecureField | 'new' | null>(null)
  const [confirm, confirmModal] = useConfirm()
  const order = useReorder({
    rows: fields.data ?? secureForm.fields,
    nameOf: ({ displayName }) => displayName,
    save: (changed) =>
      Promise.all(
        changed.map(({ row, order }) => changes.update({ params: { ...params, id: row.id }, body: { order } })),
      ),
  })
  const rows = order.rows ?? []

  const askToDelete = (field: SecureField) =>
    confirm({
      title: `Delete the field “${field.displayName}”?`,
      consequence: 'Visitors are no longer asked for it.',
      confirmLabel: 'Delete field',
      onConfirm: async () => {
        await changes.remove({ params: { ...params, id: field.id } })
        toastDone(`Deleted “${field.displayName}”`)
      },
    })

  return (
    <div>
      <h3 className={panel.group}>Fields</h3>
      <ul className={classes.fields}>
        {rows.map((field) => (
          <li key={field.id} className={classes.field}>
            {mayChange && rows.length > 1 && order.handleOf(field)}
            <span className={classes.words}>
              <span className={classes.name}>
                {field.displayName}
                {field.isRequired && <span className={panel.muted}> · required</span>}
                {!field.isVisible && <span className={panel.muted}> · hidden</span>}
              </span>
              <span className={classes.type}>{fieldTypes[field.type]}</span>
            </span>
            {mayChange && (
              <ActionIcon aria-label={`Change ${field.displayName}`} onClick={() => setEdited(field)}>
                <IconPencil size={16} stroke={1.6} />
              </ActionIcon>
            )}
            {mayChange && !field.isSystem && (
              <ActionIcon aria-label={`Delete ${field.displayName}`} onClick={() => askToDelete(field)}>
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            )}
          </li>
        ))}
        {rows.length === 0 && <li className={panel.muted}>None yet. Add what visitors are asked for.</li>}
      </ul>
      {mayChange && (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          Add field
        </Button>
      )}
      {edited && (
        <FieldModal
          secureFormId={secureForm.id}
          field={edited === 'new' ? undefined : edited}
          nextOrder={rows.length + 1}
          onClose={() => setEdited(null)}
        />
      )}
      {order.announcement}
      {confirmModal}
    </div>
  )
}
