import { Switch } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './panel-ui.module.css'

interface SwitchRowProps {
  readonly label: string
  readonly note?: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
}

/** A switch with its name and what it does at the left, in a list of such rows. */
export function SwitchRow({ label, note, isOn, onChange, isDisabled = false }: SwitchRowProps) {
  const id = useId()
  return (
    <div className={classes.switchRow}>
      <div className={classes.switchWords}>
        <label className={classes.switchLabel} htmlFor={id}>
          {label}
        </label>
        {note && (
          <span className={classes.switchNote} id={`${id}-note`}>
            {note}
          </span>
        )}
      </div>
      <Switch
        id={id}
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...(note ? { 'aria-describedby': `${id}-note` } : {})}
      />
    </div>
  )
}
