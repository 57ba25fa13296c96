import type { EntityMap } from '../entities.ts'

/** Remarks on properties whose name does not say it all, by entity and property. */
export type Notes = { readonly [E in keyof EntityMap]?: { readonly [K in keyof EntityMap[E]['fields']]?: string } }

export const CONDITIONS = 'How several conditions go together; `logicalExpression` is read only for `logicalExpression`'
export const EXPRESSION = 'Orders of conditions, such as `1 and (2 or 3)`'
