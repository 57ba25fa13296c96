import { ColorInput } from '@mantine/core'
import type { ReactNode } from 'react'

/** Colours to begin with: calm ones that carry white text. */
const SWATCHES = ['#0f766e', '#2563eb', '#4f46e5', '#7c3aed', '#be185d', '#b91c1c', '#b45309', '#15803d', '#334155']

interface ColourFieldProps {
  readonly label: string
  readonly description?: string
  /** RRGGBB with or without #, as the API has it. */
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly error?: ReactNode
}

/** A colour as CSS wants it. */
export function cssColour(value: string | null | undefined, fallback = '#0f766e'): string {
  return value && /^#?[0-9a-f]{6}$/i.test(value) ? `#${value.replace('#', '')}` : fallback
}

/** Chooses a colour. */
export function ColourField({ label, description, value = '', onChange, error }: ColourFieldProps) {
  return (
    <ColorInput
      label={label}
      description={description}
      format="hex"
      swatches={SWATCHES}
      swatchesPerRow={9}
      value={value && !value.startsWith('#') ? `#${value}` : value}
      onChange={(next) => onChange?.(next)}
      error={error}
      maw={240}
    />
  )
}
