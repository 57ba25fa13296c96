import type { entities } from './entities.ts'
import type { AnyOperation } from './operation.ts'
import { api } from './operations.ts'
import type { OutputOf } from './schema/entity.ts'

type Api = typeof api
type Flat = { [G in keyof Api]: Api[G][keyof Api[G]] }[keyof Api]

/** Every operation by its id. */
export type OperationMap = { [O in Flat as O extends { id: infer I extends string } ? I : never]: O }
export type OperationId = keyof OperationMap

/** What the API shows of an entity, by its name: `Shape<'Agent'>`. */
export type Shape<N extends keyof typeof entities> = OutputOf<(typeof entities)[N]['fields']>

/** Every operation of the contract, as data. */
export const operations: readonly AnyOperation[] = Object.values(api).flatMap((group) => Object.values(group))

const byId = new Map(operations.map((operation) => [operation.id, operation]))

/** The operation with this id. */
export function operationById<I extends OperationId>(id: I): OperationMap[I] {
  const found = byId.get(id)
  if (!found) throw new Error(`no operation ${id}`)
  return found as unknown as OperationMap[I]
}
