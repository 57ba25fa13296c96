import type { OperationId, PermissionName } from '@parley/contract'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWorkplace } from '../../app/api.ts'
import { NoPermission, PageError, SkeletonLines } from '../../ui/states.tsx'
import classes from './panel-ui.module.css'
import { missingFor } from './permissions-for.ts'

/** The permissions the signed-in agent lacks for an operation; undefined while that is not known. */
export function useMissing(id: OperationId): readonly PermissionName[] | undefined {
  const { data } = useWorkplace()
  return data && missingFor(data, id)
}

/** Whether the signed-in agent may call an operation; false while that is not known. */
export function useMay(id: OperationId): boolean {
  return useMissing(id)?.length === 0
}

/** Shows its content to those who may call the operation, and to others which permission it takes. */
export function Gate({ needs, children }: { readonly needs: OperationId; readonly children: ReactNode }) {
  const workplace = useWorkplace()
  const missing = useMissing(needs)
  if (missing?.length === 0) return <>{children}</>
  if (missing) return <NoPermission permission={missing.join('” and “')} />
  if (workplace.error) return <PageError error={workplace.error} onRetry={() => void workplace.refetch()} />
  return <SkeletonLines />
}

/** A quiet line for those who may look but not change. */
export function ReadOnlyNote({ needs }: { readonly needs: OperationId }) {
  const missing = useMissing(needs)
  if (!missing?.length) return null
  return (
    <p className={classes.readOnly}>
      <IconLock size={16} stroke={1.6} />
      You can look at this. Changing it takes the permission “{missing.join('” and “')}”.
    </p>
  )
}
