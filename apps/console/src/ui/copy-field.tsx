import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './copy-field.module.css'

interface CopyFieldProps {
  readonly label?: string
  readonly value: string
  /** Keeps line breaks: code rather than a value. */
  readonly isCode?: boolean
}

/** A value to take elsewhere, with a button that copies it. */
export function CopyField({ label, value, isCode = false }: CopyFieldProps) {
  return (
    <div>
      {label && <div className={classes.label}>{label}</div>}
      <div className={classes.field} data-code={isCode || undefined}>
        <code className={classes.value}>{value}</code>
        <CopyButton value={value} timeout={1600}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy'}>
              <ActionIcon onClick={copy} aria-label={label ? `Copy ${label}` : 'Copy'} color={copied ? 'teal' : 'gray'}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
    </div>
  )
}
