import { Button, Drawer, Group } from '@mantine/core'
import { createContext, type FormEvent, type ReactNode, useContext, useId, useRef } from 'react'
import { FormErrors } from '../../ui/form.tsx'
import classes from './form-drawer.module.css'
import type { FormValues } from './form-values.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useEscape } from './use-escape.ts'
import { useReturnFocus } from './use-return-focus.ts'
import type { SaveForm } from './use-save-form.ts'

interface FormDrawerProps<T extends FormValues> {
  readonly title: ReactNode
  /** Under the title: what this thing is right now. */
  readonly subtitle?: ReactNode
  readonly state: SaveForm<T>
  readonly submitLabel: string
  readonly onClose: () => void
  /** Beside the close button: what else can be done with the thing. */
  readonly actions?: ReactNode
  /** Without it the form can be read only. */
  readonly isReadOnly?: boolean
  /** Set when the children are tabs: those stay in use while their fields are not. */
  readonly isTabbed?: boolean
  /** More room, for what does not fit below one another. */
  readonly isWide?: boolean
  /** Set when the form makes a new thing: the button waits for nothing. */
  readonly isNew?: boolean
  readonly children: ReactNode
}

/** Whether the fields of the form can be changed right now. */
const AreFieldsDisabled = createContext(false)

/** Fields of a form in a drawer, one below the other. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return (
    <fieldset className={classes.fields} disabled={useContext(AreFieldsDisabled)}>
      {children}
    </fieldset>
  )
}

/** A form in a drawer: title, fields, and a bar that keeps the way to save in view. */
export function FormDrawer<T extends FormValues>(props: FormDrawerProps<T>) {
  const { state, onClose, isReadOnly = false, isNew = false } = props
  const formId = useId()
  const content = useRef<HTMLDivElement>(null)
  useEscape(content, onClose)
  useReturnFocus()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void state.submit()
  }
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      closeOnEscape={false}
      position="right"
      size={props.isWide ? 720 : 560}
      classNames={{ content: classes.content ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content ref={content}>
        <header className={classes.head}>
          <div className={classes.words}>
            {/* An existing thing is read first; a new one begins in its first field. */}
            <Drawer.Title className={classes.title ?? ''} {...(isNew ? {} : { tabIndex: -1, 'data-autofocus': true })}>
              {props.title}
            </Drawer.Title>
            {props.subtitle && <p className={classes.subtitle}>{props.subtitle}</p>}
          </div>
          <Group gap={4} wrap="nowrap">
            {props.actions}
            <Drawer.CloseButton aria-label="Close" />
          </Group>
        </header>
        <form id={formId} className={classes.body} onSubmit={submit} noValidate>
          <FormErrors errors={state.form.errors} message={state.problem} />
          <AreFieldsDisabled value={state.isSaving || isReadOnly}>
            {props.isTabbed ? props.children : <Fields>{props.children}</Fields>}
          </AreFieldsDisabled>
        </form>
        <footer className={classes.foot}>
          <span className={classes.dirty}>{state.isDirty && !isNew ? 'Unsaved changes' : ''}</span>
          <Button variant="default" onClick={onClose} disabled={state.isSaving}>
            {isReadOnly ? 'Close' : 'Cancel'}
          </Button>
          {!isReadOnly && (
            <Button type="submit" form={formId} loading={state.isSaving} disabled={!isNew && !state.isDirty}>
              {props.submitLabel}
            </Button>
          )}
        </footer>
        <UnsavedGuard isDirty={state.isDirty && !state.isSaving} />
      </Drawer.Content>
    </Drawer.Root>
  )
}
