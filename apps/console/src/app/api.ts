import type { CallInput } from '@parley/client'
import type { AnswerOf, OperationId, OperationMap, PermissionName, Shape } from '@parley/contract'
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { api, sessionState, subscribeSession } from './session.ts'

export { api } from './session.ts'

type Answer<I extends OperationId> = AnswerOf<OperationMap[I]>
type Input<I extends OperationId> = CallInput<I>

interface QueryOptions {
  readonly isEnabled?: boolean
  /** How long (ms) an answer is used without asking again. */
  readonly staleMs?: number
  readonly refetchEveryMs?: number
  /** Keeps showing the last page while the next one is on its way. */
  readonly keepsPrevious?: boolean
}

/** The key under which an operation's answer is cached: id first, so that `agents.` invalidates all of agents. */
export function queryKey<I extends OperationId>(id: I, input?: Input<I>): readonly unknown[] {
  return [...id.split('.'), input ?? {}]
}

/** The call behind the hooks: whether an operation needs input is checked where a hook is used. */
function callOperation<I extends OperationId>(id: I, input: Input<I> | undefined): Promise<Answer<I>> {
  const call = api.call.bind(api) as unknown as (id: I, input?: Input<I>) => Promise<Answer<I>>
  return call(id, input)
}

/** Reads an operation of the API. */
export function useApiQuery<I extends OperationId>(
  id: I,
  input?: Input<I>,
  options: QueryOptions = {},
): UseQueryResult<Answer<I>> {
  return useQuery<Answer<I>>({
    queryKey: queryKey(id, input),
    queryFn: () => callOperation(id, input),
    enabled: options.isEnabled ?? true,
    ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
    ...(options.refetchEveryMs === undefined ? {} : { refetchInterval: options.refetchEveryMs }),
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

interface MutationOptions {
  /** Ids or beginnings of ids whose answers are out of date afterwards: `agents.`, `roles.list`. */
  readonly invalidates?: readonly string[]
}

/** Calls an operation that changes something. */
export function useApiMutation<I extends OperationId>(
  id: I,
  options: MutationOptions = {},
): UseMutationResult<Answer<I>, Error, Input<I>> {
  const client = useQueryClient()
  return useMutation<Answer<I>, Error, Input<I>>({
    mutationFn: (input) => callOperation(id, input),
    onSuccess: async () => {
      const keys = (options.invalidates ?? []).map((name) => name.split('.').filter(Boolean))
      await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: key })))
    },
  })
}

/** Where the browser stands. */
export function useSession() {
  return useSyncExternalStore(subscribeSession, sessionState)
}

/** Who is signed in, what they may do, and where the API is. */
export function useWorkplace(): UseQueryResult<Shape<'Workplace'>> {
  return useApiQuery('parley.workplace', undefined, { staleMs: 60_000 })
}

/** Whether the signed-in agent holds a permission; false while that is not known. */
export function useCan(permission: PermissionName): boolean {
  const { data } = useWorkplace()
  return Boolean(data && (data.isAdmin || data.permissions.includes(permission)))
}
