import { type AnyOperation, api } from '@parley/contract'
import { unaudited } from './unaudited.ts'

/** Operations that need credentials. */
export const isGuarded = ({ access }: AnyOperation) => access !== 'public'
/** Operations that not every agent may call. */
export const needsPermission = ({ access }: AnyOperation) => access !== 'public' && access !== 'agent'
/** Operations with ids in their path, which another site's agents must not reach. */
export const hasIds = (operation: AnyOperation) => isGuarded(operation) && Object.keys(operation.params).length > 0
/** Operations that take an entity. */
export const takesEntity = (operation: AnyOperation) => isGuarded(operation) && operation.body?.entity !== undefined

/** Operations whose body is given wrong values, one at a time. */
export const takesBody = (operation: AnyOperation) => isGuarded(operation) && operation.body !== undefined
/** Operations that leave an entry in the audit log. */
export const isAudited = ({ id, method }: AnyOperation) => method !== 'GET' && !unaudited[id]

/** Settings that exist once, below a site or a campaign: read by GET, changed by PUT. */
export const settingsObjects = groups().filter(
  ({ get, update, create }) => get && update && !create && !('id' in get.params),
)

/** Collections whose members are made, read, changed and deleted. */
export const collections = groups().filter(
  ({ get, create, update, delete: remove }) => get && create && update && remove,
)

interface Group {
  readonly name: string
  readonly list?: AnyOperation
  readonly get?: AnyOperation
  readonly create?: AnyOperation
  readonly update?: AnyOperation
  readonly delete?: AnyOperation
}

function groups(): Group[] {
  return Object.entries(api).map(([name, members]) => ({ name, ...(members as Omit<Group, 'name'>) }))
}

const readBack = new Set(
  [...settingsObjects, ...collections].flatMap((group) =>
    [group.list, group.get, group.create, group.update, group.delete].map((operation) => operation?.id),
  ),
)

/** What the tests of this folder ask of which operations by themselves; `docs/api/coverage.md` names it. */
export const generatedChecks: readonly { name: string; covers: (operation: AnyOperation) => boolean }[] = [
  { name: '401', covers: isGuarded },
  { name: '403', covers: needsPermission },
  { name: '404', covers: hasIds },
  { name: '400 id', covers: hasIds },
  { name: '400 body', covers: takesEntity },
  { name: '400 value', covers: takesBody },
  { name: 'audit', covers: isAudited },
  { name: 'read back', covers: ({ id }) => readBack.has(id) },
]
