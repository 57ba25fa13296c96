import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core'
import classes from './copy-text.module.css'

/** A short value that is copied by a click. */
export function CopyText({ value }: { readonly value: string }) {
  return (
    <CopyButton value={value} timeout={1600}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy'}>
          <UnstyledButton className={classes.text} onClick={copy} aria-label={`Copy ${value}`}>
            {value}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  )
}
