import { type UseFormReturnType, useForm } from '@mantine/form'
import type { entities } from '@parley/contract'
import { useEffect, useState } from 'react'
import { applyApiError } from '../../ui/form.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { changedValues, emptyValues, type FormValues, missingValues } from './form-values.ts'

interface SaveFormOptions<T extends FormValues> {
  /** Names the entity whose mandatory properties must be filled. */
  readonly entity: keyof typeof entities
  /** A new thing needs all that is mandatory; of an existing one only what was changed is sent and checked. */
  readonly isNew: boolean
  readonly initialValues: T
  /** What makes no sense when it is empty although the API takes it so. */
  readonly needs?: (values: T) => readonly (keyof T & string)[]
  /** Sends the values; what it throws is shown at the field it names, or above the form. */
  readonly save: (values: T, changed: Partial<T>) => Promise<unknown>
  /** A few words for the toast: “Department saved”. */
  readonly done: string
  readonly onSaved?: () => void
}

/** A form that is saved through the API. */
export interface SaveForm<T extends FormValues> {
  readonly form: UseFormReturnType<T>
  /** What is wrong with the form as a whole. */
  readonly problem: string | null
  readonly isSaving: boolean
  readonly isDirty: boolean
  readonly submit: () => Promise<void>
  readonly discard: () => void
}

/** Keeps a form's values, and saves them with its errors shown where they belong. */
export function useSaveForm<T extends FormValues>(options: SaveFormOptions<T>): SaveForm<T> {
  const form = useForm<T>({ initialValues: options.initialValues })
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [saved, setSaved] = useState(options.initialValues)
  const changed = changedValues(saved, form.values)

  useFocusRefused(form, isSaving)

  const submit = async () => {
    const needed = options.needs?.(form.values) ?? []
    const errors = {
      ...missingValues(options.entity, options.isNew ? form.values : changed),
      ...emptyValues(needed, form.values),
    }
    form.setErrors(errors)
    setProblem(null)
    if (Object.keys(errors).length) return
    setSaving(true)
    try {
      await options.save(form.values, changed)
      setSaved(form.values)
      toastDone(options.done)
      options.onSaved?.()
    } catch (error) {
      setProblem(applyApiError(form, error))
    } finally {
      setSaving(false)
    }
  }

  const discard = () => {
    form.setValues(saved)
    form.clearErrors()
    setProblem(null)
  }

  return { form, problem, isSaving, isDirty: Object.keys(changed).length > 0, submit, discard }
}

/** Takes whoever sent the form to the first field that was refused, once it can be typed in again. */
function useFocusRefused<T extends FormValues>(form: UseFormReturnType<T>, isSaving: boolean): void {
  const refused = Object.keys(form.errors)
  const first = refused[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new refusal moves the focus, not each keystroke
  useEffect(() => {
    if (!first || isSaving) return
    // The field may lie in a tab that is only now brought to the front.
    const frame = requestAnimationFrame(() => form.getInputNode(first)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [first, isSaving])
}
