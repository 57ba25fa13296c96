import { Autocomplete } from '@mantine/core'
import type { ReactNode } from 'react'

/** Languages people ask for most; the API takes any name. */
const languages = [
  'Arabic',
  'Chinese (Simplified)',
  'Chinese (Traditional)',
  'Czech',
  'Danish',
  'Dutch',
  'English',
  'Finnish',
  'French',
  'German',
  'Greek',
  'Hebrew',
  'Hungarian',
  'Italian',
  'Japanese',
  'Korean',
  'Norwegian',
  'Polish',
  'Portuguese',
  'Romanian',
  'Russian',
  'Spanish',
  'Swedish',
  'Turkish',
  'Ukrainian',
]

interface LanguageSelectProps {
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly error?: ReactNode
  readonly readOnly?: boolean
}

/** The language a campaign speaks. */
export function LanguageSelect(props: LanguageSelectProps) {
  return (
    <Autocomplete
      label="Language"
      description="Kept for the chat window’s texts, which are in English so far"
      data={languages}
      {...props}
    />
  )
}
