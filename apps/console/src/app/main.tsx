import '@fontsource-variable/inter'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './global.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { sessionState, subscribeSession } from './session.ts'
import { cssVariables, theme } from './theme.ts'

// Whoever loses the session comes back, after signing in, to where they were.
subscribeSession(() => {
  const { pathname, href } = router.state.location
  if (sessionState().status === 'signedOut' && pathname !== '/login') {
    queryClient.clear()
    void router.navigate({ to: '/login', search: { return: href } })
  }
})

const place = document.getElementById('root')
if (!place) throw new Error('the page has no #root')

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="top-center" limit={3} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
