import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { SearchField } from '../../ui/search-field.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { groupPermissions, withPermission } from './categories.ts'
import classes from './permissions.module.css'
import { usePermissions } from './permissions.queries.ts'

interface PermissionChecklistProps {
  readonly held: readonly number[]
  readonly onChange: (held: number[]) => void
  /** Permissions that come from elsewhere, with where from: they show as held and cannot be taken here. */
  readonly inherited?: ReadonlyMap<number, string>
  readonly isDisabled?: boolean
}

/** Permissions as a list by category. */
export function PermissionChecklist({ held, onChange, inherited, isDisabled = false }: PermissionChecklistProps) {
  const permissions = usePermissions()
  const [words, setWords] = useState('')
  if (!permissions.data)
    return (
      <Loaded query={permissions} skeleton={<SkeletonLines count={8} />}>
        {() => null}
      </Loaded>
    )
  const groups = groupPermissions(permissions.data, words)
  return (
    <div className={classes.checklist}>
      <SearchField label="Search permissions" text={words} setText={setWords} />
      {groups.length === 0 && <p className={classes.none}>No permission contains “{words.trim()}”.</p>}
      {groups.map((group) => (
        <section key={group.id} className={classes.listGroup}>
          <h3 className={classes.listTitle}>{group.label}</h3>
          {group.permissions.map(({ id, name }) => {
            const from = inherited?.get(id)
            return (
              <div key={id} className={classes.listItem}>
                <Checkbox
                  label={name}
                  checked={from !== undefined || held.includes(id)}
                  disabled={isDisabled || from !== undefined}
                  // Held is held: only the box says that it is not decided here.
                  {...(from === undefined ? {} : { styles: { label: { color: 'var(--p-text)' } } })}
                  onChange={(event) => onChange(withPermission(held, id, event.currentTarget.checked))}
                />
                {from && <span className={classes.from}>{from}</span>}
              </div>
            )
          })}
        </section>
      ))}
    </div>
  )
}
