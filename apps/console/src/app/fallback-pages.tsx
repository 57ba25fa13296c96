import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { AppLink } from '../ui/app-link.tsx'
import { EmptyState, PageError } from '../ui/states.tsx'

/** An address nobody knows. */
export function NotFoundPage() {
  return (
    <main style={{ height: '100%', display: 'grid' }}>
      <EmptyState
        icon={IconMapOff}
        title="There is no such page"
        action={<AppLink href="/console">Go to your chats</AppLink>}
      >
        The address may be old or mistyped.
      </EmptyState>
    </main>
  )
}

/** A page that failed to load or to draw. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <main style={{ height: '100%', display: 'grid' }}>
      <div style={{ margin: 'auto', textAlign: 'center' }}>
        <PageError error={error} onRetry={retry} />
        <Button variant="subtle" color="gray" onClick={() => window.location.reload()}>
          Reload the console
        </Button>
      </div>
    </main>
  )
}
