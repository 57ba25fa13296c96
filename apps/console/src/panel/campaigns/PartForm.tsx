import type { ReactNode } from 'react'
import { FormErrors } from '../../ui/form.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { ReadOnlyNote, useMay } from '../ui/access.tsx'
import type { FormValues } from '../ui/form-values.ts'
import panel from '../ui/panel-ui.module.css'
import type { SaveForm } from '../ui/use-save-form.ts'
import classes from './campaigns.module.css'

interface PartFormProps<T extends FormValues> {
  readonly state: SaveForm<T>
  /** What visitors will see, beside the form. */
  readonly preview?: ReactNode
  readonly children: ReactNode
}

/** The form of a part of a campaign: fields at the left, what visitors see at the right, the save bar below. */
export function PartForm<T extends FormValues>({ state, preview, children }: PartFormProps<T>) {
  const mayChange = useMay('campaigns.update')
  return (
    <>
      <ReadOnlyNote needs="campaigns.update" />
      <div className={classes.split} data-preview={preview ? true : undefined}>
        <div>
          <FormErrors errors={state.form.errors} message={state.problem} />
          <fieldset className={panel.fieldset} disabled={!mayChange || state.isSaving}>
            {children}
          </fieldset>
        </div>
        {preview && (
          <aside className={classes.preview} aria-label="Preview">
            {preview}
          </aside>
        )}
      </div>
      <SaveBar
        isDirty={state.isDirty}
        isSaving={state.isSaving}
        onSave={() => void state.submit()}
        onDiscard={state.discard}
      />
    </>
  )
}
