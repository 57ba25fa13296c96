import type { OperationId } from '@parley/contract'
import { useApiMutation } from '../../app/api.ts'
import type { ApiMutation } from './api-mutation.ts'

/** A resource of the API whose things can be made, changed and deleted. */
export type Changeable = {
  [I in OperationId]: I extends `${infer R}.create` ? (`${R}.update` extends OperationId ? R : never) : never
}[OperationId]

type Call<I extends string> = ApiMutation<Extract<OperationId, I>>['mutateAsync']

/** The calls that change a resource. */
export interface Changes<R extends Changeable> {
  readonly create: Call<`${R}.create`>
  readonly update: Call<`${R}.update`>
  readonly remove: Call<`${R}.delete`>
}

/** The calls that change a resource; what shows it (and `others`) is asked for again afterwards. */
export function useChanges<R extends Changeable>(resource: R, others: readonly string[] = []): Changes<R> {
  const options = { invalidates: [`${resource}.`, ...others] }
  // What is gone must not be asked for again by its id.
  const afterDelete = { invalidates: [`${resource}.list`, ...others] }
  const create = useApiMutation(`${resource}.create` as OperationId, options)
  const update = useApiMutation(`${resource}.update` as OperationId, options)
  const remove = useApiMutation(`${resource}.delete` as OperationId, afterDelete)
  // The names were put together from R, which the compiler does not follow.
  return { create: create.mutateAsync, update: update.mutateAsync, remove: remove.mutateAsync } as unknown as Changes<R>
}
