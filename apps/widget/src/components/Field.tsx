import type { ComponentChildren } from 'preact'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly error?: string | undefined
  /** The word for "optional" where it is. */
  readonly optional?: string | undefined
  readonly tag?: 'input' | 'textarea' | 'select'
  readonly children?: ComponentChildren
}

/** A labelled input; its fault is read out with it. */
export function Field({ name, label, value, onValue, error, optional, tag = 'input', children }: FieldProps) {
  // The three take the same attributes, but for these
  const Tag = tag as 'textarea'
  const ofInput = tag === 'input' && { type: name === 'email' ? name : 'text', autoComplete: name, maxLength: 254 }
  return (
    <div class="field">
      <label for={name}>
        {label} {optional && <span>({optional})</span>}
      </label>
      <Tag
        id={name}
        value={value}
        maxLength={10_000}
        {...ofInput}
        dir="auto"
        aria-invalid={error ? true : undefined}
        aria-describedby={`${name}-error`}
        onInput={(event) => onValue(event.currentTarget.value)}
      >
        {children}
      </Tag>
      <p class="error" id={`${name}-error`}>
        {error}
      </p>
    </div>
  )
}
