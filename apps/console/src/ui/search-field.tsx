import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import classes from './search-field.module.css'
import type { SearchText } from './table-state.ts'

interface SearchFieldProps extends SearchText {
  /** What it searches: “Search agents”. */
  readonly label: string
  /** Shown while it is empty; the label unless given. */
  readonly placeholder?: string | undefined
}

/** The search field of a list. */
export function SearchField({ label, placeholder = label, text, setText }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const clear = () => {
    setText('')
    input.current?.focus()
  }
  return (
    <TextInput
      ref={input}
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} />}
      rightSection={text && <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      // It searches while one types; a form around it must not be sent.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  )
}
