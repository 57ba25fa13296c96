import type { OperationId } from '@parley/contract'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useConfirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { ReadOnlyNote } from './access.tsx'
import { DeleteButton } from './delete-button.tsx'
import { FormDrawer } from './form-drawer.tsx'
import type { FormValues } from './form-values.ts'
import type { SaveForm } from './use-save-form.ts'

interface ResourceDrawerProps<T extends FormValues> {
  /** The kind of thing inside a sentence: “ban”. */
  readonly noun: string
  /** What the thing is called; left out for a new one. */
  readonly name: string | undefined
  readonly subtitle?: ReactNode
  readonly state: SaveForm<T>
  readonly mayChange: boolean
  /** What changing it takes: named to those who may only look. */
  readonly needs?: OperationId
  /** Left out when the thing cannot be deleted. */
  readonly remove?: (() => Promise<unknown>) | undefined
  /** What deleting it means. */
  readonly consequence: ReactNode
  readonly onClose: () => void
  /** Set when the children are tabs. */
  readonly isTabbed?: boolean
  /** More room, for what does not fit below one another. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** The drawer of a thing that the API keeps: its form, and deleting it after a question that names it. */
export function ResourceDrawer<T extends FormValues>(props: ResourceDrawerProps<T>) {
  const { noun, name, state, mayChange, remove, consequence, onClose, children } = props
  const [confirm, confirmModal] = useConfirm()
  const isNew = name === undefined
  const askToDelete = () =>
    confirm({
      title: `Delete the ${noun} “${name}”?`,
      consequence,
      confirmLabel: `Delete ${noun}`,
      onConfirm: async () => {
        await remove?.()
        // What was typed goes with the thing: nothing is left to ask about when the drawer closes.
        flushSync(() => state.discard())
        onClose()
        toastDone(`Deleted “${name}”`)
      },
    })
  return (
    <>
      <FormDrawer
        title={isNew ? `Add ${noun}` : name}
        subtitle={props.subtitle}
        state={state}
        submitLabel={isNew ? `Add ${noun}` : 'Save changes'}
        onClose={onClose}
        isNew={isNew}
        isReadOnly={!mayChange}
        isTabbed={props.isTabbed ?? false}
        isWide={props.isWide ?? false}
        actions={mayChange && remove && !isNew && <DeleteButton label={name} onClick={askToDelete} />}
      >
        {props.needs && !mayChange && <ReadOnlyNote needs={props.needs} />}
        {children}
      </FormDrawer>
      {confirmModal}
    </>
  )
}
