import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { NotFoundPage, RouteErrorPage } from './fallback-pages.tsx'
import { resumeSession } from './session.ts'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteErrorPage,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/console' })
  },
})

interface LoginSearch {
  readonly return?: string
  /** how single sign-on ended: done, or why not */
  readonly sso?: string
  readonly siteId?: number
}

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): LoginSearch => ({
    ...(typeof search.return === 'string' ? { return: search.return } : {}),
    ...(typeof search.sso === 'string' ? { sso: search.sso } : {}),
    ...(typeof search.siteId === 'number' ? { siteId: search.siteId } : {}),
  }),
  component: lazyRouteComponent(() => import('./login-page.tsx'), 'LoginPage'),
})

/** Everything behind the sign-in page. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signedIn',
  beforeLoad: async ({ location }) => {
    const session = await resumeSession()
    if (session.status !== 'signedIn') throw redirect({ to: '/login', search: { return: location.href } })
  },
  component: Shell,
})

const consoleHome = createRoute({
  getParentRoute: () => signedIn,
  path: '/console',
  beforeLoad: () => {
    throw redirect({ to: '/console/chats' })
  },
})

const chats = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/chats',
  component: lazyRouteComponent(() => import('../features/chats/chats-page.tsx'), 'ChatsPage'),
})

const chat = createRoute({ getParentRoute: () => chats, path: '$chatId', component: Outlet })

const visitors = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/visitors',
  component: lazyRouteComponent(() => import('../features/visitors/visitors-page.tsx'), 'VisitorsPage'),
})

const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/history',
  component: lazyRouteComponent(() => import('../features/history/history-page.tsx'), 'HistoryPage'),
})

const reportsArea = lazyRouteComponent(() => import('../reports/routes.tsx'), 'ReportsArea')
const panelArea = lazyRouteComponent(() => import('../panel/routes.tsx'), 'PanelArea')

const reportsHome = createRoute({ getParentRoute: () => signedIn, path: '/console/reports', component: reportsArea })
const reports = createRoute({ getParentRoute: () => signedIn, path: '/console/reports/$', component: reportsArea })
const panelHome = createRoute({ getParentRoute: () => signedIn, path: '/panel', component: panelArea })
const panel = createRoute({ getParentRoute: () => signedIn, path: '/panel/$', component: panelArea })

const routeTree = root.addChildren([
  home,
  login,
  signedIn.addChildren([
    consoleHome,
    chats.addChildren([chat]),
    visitors,
    history,
    reportsHome,
    reports,
    panelHome,
    panel,
  ]),
])

/** The console's addresses. */
export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
