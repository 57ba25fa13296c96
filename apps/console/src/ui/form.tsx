import { Alert } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconAlertCircle } from '@tabler/icons-react'
import { errorField, errorMessage } from '../lib/errors.ts'

/**
 * Puts an API error on the form field it names, in the API's words. Returns the text for the summary
 * when the error names none of the form's fields. What lies inside a field (`conditions[0].value`) is shown at it.
 */
export function applyApiError<T extends Record<string, unknown>>(
  form: UseFormReturnType<T>,
  error: unknown,
): string | null {
  const name = errorField(error)
  const values = form.getValues()
  // `conditions[0].value` lies in the field `conditions`.
  const head = name?.split(/[.[]/, 1)[0]?.toLowerCase()
  const field = head && Object.keys(values).find((key) => key.toLowerCase() === head)
  if (!field) return errorMessage(error)
  form.setFieldError(field, errorMessage(error))
  return null
}

/** The error summary above a form: how many fields need attention, or what the server said. */
export function FormErrors({ errors, message }: { readonly errors?: object; readonly message?: string | null }) {
  const count = errors ? Object.values(errors).filter(Boolean).length : 0
  if (!count && !message) return null
  return (
    <Alert role="alert" variant="light" color="red" radius="md" mb="md" icon={<IconAlertCircle size={18} />}>
      {message ?? (count === 1 ? 'One field needs your attention.' : `${count} fields need your attention.`)}
    </Alert>
  )
}
