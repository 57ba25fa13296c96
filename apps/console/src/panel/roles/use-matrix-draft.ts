import { useState } from 'react'
import { errorMessage } from '../../lib/errors.ts'
import { toastDone } from '../../ui/toasts.tsx'
import { useUpdateRolePermissions } from '../permissions/permissions.queries.ts'
import { type Changes, withBox } from './matrix-changes.ts'
import type { Role } from './roles.queries.ts'

/** Changes to the matrix that are not saved yet. */
export interface MatrixDraft {
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly problem: string | null
  readonly isHeld: (roleId: string, permissionId: number) => boolean
  readonly set: (roleId: string, permissionId: number, isHeld: boolean) => void
  readonly save: () => Promise<void>
  readonly discard: () => void
}

/** Keeps the changes of the matrix until they are saved, role by role. */
export function useMatrixDraft(roles: readonly Role[]): MatrixDraft {
  const [changes, setChanges] = useState<Changes>(new Map())
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const update = useUpdateRolePermissions()

  const save = async () => {
    setProblem(null)
    setSaving(true)
    // One after the other: those saved before a refusal stay saved, the refused one stays in the draft.
    for (const [roleId, ids] of changes) {
      const name = roles.find(({ id }) => id === roleId)?.name ?? 'Role'
      try {
        await update.mutateAsync({ params: { roleId }, body: [...ids] })
        setChanges((rest) => new Map([...rest].filter(([id]) => id !== roleId)))
      } catch (error) {
        setProblem(`${name} was not saved. ${errorMessage(error)}`)
        setSaving(false)
        return
      }
    }
    setSaving(false)
    toastDone('Permissions saved')
  }

  return {
    isDirty: changes.size > 0,
    isSaving,
    problem,
    isHeld: (roleId, permissionId) => {
      const held = changes.get(roleId) ?? roles.find(({ id }) => id === roleId)?.permissionIds ?? []
      return held.includes(permissionId)
    },
    set: (roleId, permissionId, isHeld) => {
      const role = roles.find(({ id }) => id === roleId)
      if (role) setChanges((before) => withBox(before, role, { permissionId, isHeld }))
    },
    save,
    discard: () => {
      setChanges(new Map())
      setProblem(null)
    },
  }
}
