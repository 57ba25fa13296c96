import { IconMapOff } from '@tabler/icons-react'
import { useLocation, useParams } from '@tanstack/react-router'
import { type ComponentType, createContext, Suspense, useCallback, useContext, useMemo } from 'react'
import { AppLink, useGoTo } from '../ui/app-link.tsx'
import { EmptyState, SkeletonLines } from '../ui/states.tsx'
import { matchPath } from './match-path.ts'

/** A page of an area: `agents`, `agents/$agentId`; a part that starts with $ is a parameter. */
export interface AreaRoute {
  readonly path: string
  /** Often `lazy(() => import('./agents-page.tsx')…)`. */
  readonly component: ComponentType
}

const AreaParams = createContext<Record<string, string>>({})

/** The path below the area: `agents/12` for `/panel/agents/12`. */
export function useAreaPath(): string {
  const params = useParams({ strict: false }) as { _splat?: string }
  return params._splat ?? ''
}

/** A parameter of the current page of the area. */
export function useAreaParam(name: string): string {
  return useContext(AreaParams)[name] ?? ''
}

/** The query of the address, and a function that changes part of it (undefined removes a key). */
export function useUrlQuery(): readonly [
  Readonly<Record<string, string>>,
  (change: Readonly<Record<string, string | undefined>>) => void,
] {
  const { searchStr, pathname } = useLocation()
  const goTo = useGoTo()
  const query = useMemo(() => Object.fromEntries(new URLSearchParams(searchStr)), [searchStr])
  const change = useCallback(
    (part: Readonly<Record<string, string | undefined>>) => {
      const next = new URLSearchParams(searchStr)
      for (const [key, value] of Object.entries(part)) {
        if (value === undefined || value === '') next.delete(key)
        else next.set(key, value)
      }
      const text = next.toString()
      goTo(text ? `${pathname}?${text}` : pathname, { replace: true })
    },
    [searchStr, pathname, goTo],
  )
  return [query, change]
}

/** Renders the page of an area that fits the address; the first fitting route wins. */
export function AreaRoutes({ routes, home }: { readonly routes: readonly AreaRoute[]; readonly home: string }) {
  const path = useAreaPath()
  for (const route of routes) {
    const params = matchPath(route.path, path)
    if (!params) continue
    const Component = route.component
    return (
      <AreaParams.Provider value={params}>
        <Suspense
          fallback={
            <div style={{ padding: 32 }}>
              <SkeletonLines />
            </div>
          }
        >
          <Component key={route.path} />
        </Suspense>
      </AreaParams.Provider>
    )
  }
  return (
    <EmptyState
      icon={IconMapOff}
      title="There is no such page"
      action={<AppLink href={home}>Back to the start</AppLink>}
    >
      The address may be old or mistyped.
    </EmptyState>
  )
}
