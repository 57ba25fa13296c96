import { Checkbox, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { FormErrors } from '../../ui/form.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { EmptyState, Loaded, SkeletonLines } from '../../ui/states.tsx'
import { groupPermissions, type Permission } from '../permissions/categories.ts'
import classes from '../permissions/permissions.module.css'
import { usePermissions } from '../permissions/permissions.queries.ts'
import panel from '../ui/panel-ui.module.css'
import type { Role } from './roles.queries.ts'
import { type MatrixDraft, useMatrixDraft } from './use-matrix-draft.ts'

interface PermissionMatrixProps {
  readonly roles: UseQueryResult<Role[]>
  readonly views: ReactNode
}

/** Every permission of every role at a glance; changes to several roles are saved together. */
export function PermissionMatrix({ roles, views }: PermissionMatrixProps) {
  return <Loaded query={roles}>{(loaded) => <Matrix roles={loaded} views={views} />}</Loaded>
}

function Matrix({ roles, views }: { readonly roles: readonly Role[]; readonly views: ReactNode }) {
  const permissions = usePermissions()
  const draft = useMatrixDraft(roles)
  const [words, setWords] = useState('')
  return (
    <>
      <div className={panel.toolbar}>
        <SearchField label="Search permissions" text={words} setText={setWords} />
        {views}
      </div>
      <FormErrors message={draft.problem} />
      <Loaded query={permissions} skeleton={<SkeletonLines count={10} />}>
        {(all) => <Grid roles={roles} permissions={all} words={words} draft={draft} />}
      </Loaded>
      <SaveBar
        isDirty={draft.isDirty}
        isSaving={draft.isSaving}
        onSave={() => void draft.save()}
        onDiscard={draft.discard}
      />
    </>
  )
}

interface GridProps {
  readonly roles: readonly Role[]
  readonly permissions: readonly Permission[]
  readonly words: string
  readonly draft: MatrixDraft
}

function Grid({ roles, permissions, words, draft }: GridProps) {
  const groups = groupPermissions(permissions, words)
  if (groups.length === 0)
    return (
      <div className={classes.card}>
        <EmptyState icon={IconSearch} title="Nothing matches" isCompact>
          No permission contains “{words.trim()}”.
        </EmptyState>
      </div>
    )
  return (
    <div className={classes.card}>
      <div className={classes.scroller}>
        <table className={classes.matrix} aria-label="Permissions of roles">
          <thead>
            <tr>
              <th scope="col">Permission</th>
              {roles.map((role) => (
                <th key={role.id} scope="col" className={classes.role}>
                  <div className="p-truncate" title={role.name}>
                    {role.name}
                  </div>
                  <div className={classes.roleNote}>
                    {role.agentIds.length} {role.agentIds.length === 1 ? 'member' : 'members'}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.id}>
                <tr className={classes.category}>
                  <th scope="colgroup" colSpan={roles.length + 1}>
                    <span className={classes.categoryName}>{group.label}</span>
                  </th>
                </tr>
                {group.permissions.map((permission) => (
                  <tr key={permission.id} className={classes.line}>
                    <th scope="row">{permission.name}</th>
                    {roles.map((role) => (
                      <MatrixCell key={role.id} role={role} permission={permission} draft={draft} />
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface MatrixCellProps {
  readonly role: Role
  readonly permission: Permission
  readonly draft: MatrixDraft
}

function MatrixCell({ role, permission, draft }: MatrixCellProps) {
  const label = `${role.name}: ${permission.name}`
  if (role.type === 'administrator') {
    return (
      <td>
        <Tooltip label="Administrators hold every permission">
          <span className={classes.box}>
            <Checkbox aria-label={label} checked disabled readOnly />
          </span>
        </Tooltip>
      </td>
    )
  }
  const isHeld = draft.isHeld(role.id, permission.id)
  const isChanged = isHeld !== role.permissionIds.includes(permission.id)
  return (
    <td className={isChanged ? classes.changed : undefined}>
      <span className={classes.box}>
        <Checkbox
          aria-label={label}
          checked={isHeld}
          disabled={draft.isSaving}
          onChange={(event) => draft.set(role.id, permission.id, event.currentTarget.checked)}
        />
      </span>
    </td>
  )
}
