import { Button, Skeleton } from '@mantine/core'
import { type Icon, IconCloudOff, IconLock, IconMapOff } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { errorMessage, errorStatus } from '../lib/errors.ts'
import classes from './states.module.css'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  /** What this place is for and what to do next. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly isCompact?: boolean
}

/** An empty place that teaches. */
export function EmptyState({ icon: Glyph, title, children, action, isCompact = false }: EmptyStateProps) {
  return (
    <div className={classes.state} data-compact={isCompact || undefined}>
      <span className={classes.glyph}>
        <Glyph size={22} stroke={1.6} />
      </span>
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}

interface PageErrorProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** What went wrong, with a way to try again; a refusal shows as missing permission, and what is gone is not tried again. */
export function PageError({ error, onRetry }: PageErrorProps) {
  if (errorStatus(error) === 403) return <NoPermission />
  if (errorStatus(error) === 404)
    return (
      <EmptyState icon={IconMapOff} title="This is not here any more">
        {errorMessage(error)} A link to it may be older than its deletion.
      </EmptyState>
    )
  const retry = onRetry && (
    <Button variant="default" onClick={onRetry}>
      Try again
    </Button>
  )
  return (
    <div role="alert">
      <EmptyState icon={IconCloudOff} title="This could not be loaded" action={retry}>
        {errorMessage(error)}
      </EmptyState>
    </div>
  )
}

/** Says which permission is missing and who can help. */
export function NoPermission({ permission }: { readonly permission?: string }) {
  return (
    <EmptyState icon={IconLock} title="You do not have access to this">
      {permission
        ? `It takes the permission “${permission}”. An administrator can add it to your role.`
        : 'An administrator can give your role the permission it takes.'}
    </EmptyState>
  )
}

/** True once `isOn` has lasted for `delay` ms: quick answers never flash a skeleton. */
export function useDelayed(isOn: boolean, delay = 150): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isOn) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), delay)
    return () => clearTimeout(timer)
  }, [isOn, delay])
  return isOn && isLate
}

/** Grey lines in place of text that is on its way. */
export function SkeletonLines({ count = 4, height = 16 }: { readonly count?: number; readonly height?: number }) {
  const isShown = useDelayed(true)
  if (!isShown) return <div style={{ height: count * (height + 12) }} />
  return (
    <div aria-busy="true" role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={index} height={height} mb={12} width={`${92 - ((index * 17) % 40)}%`} />
      ))}
    </div>
  )
}

interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** Shows a query's skeleton, error (with retry) or data. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isPending) return <>{skeleton ?? <SkeletonLines />}</>
  return <PageError error={query.error} onRetry={() => void query.refetch()} />
}
