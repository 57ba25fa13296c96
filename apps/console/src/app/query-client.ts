import { QueryCache, QueryClient } from '@tanstack/react-query'
import { errorStatus } from '../lib/errors.ts'
import { endSession } from './session.ts'

const MAX_RETRIES = 2

/** The cache of everything read from the API. A refused token ends the session; refusals are never retried. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (errorStatus(error) === 401) endSession()
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => {
        const status = errorStatus(error)
        return failures < MAX_RETRIES && (status === undefined || status >= 500)
      },
    },
    mutations: {
      onError: (error) => {
        if (errorStatus(error) === 401) endSession()
      },
    },
  },
})
