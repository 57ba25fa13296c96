import type { Shape } from '@parley/contract'
import type { NamedValueRow } from '../../../db/schema/chats.table.ts'
import type { Hyperlinks } from './hyperlinks.query.ts'

/** Custom variables of a visit, each with the address its value leads to. */
export function viewVariables(
  variables: readonly NamedValueRow[] | null,
  hyperlinks: Hyperlinks,
): Shape<'FieldValue'>[] {
  return (variables ?? []).map(({ name, value }) => ({
    fieldName: name,
    value,
    url: hyperlinks.get(name.toLowerCase()) ?? null,
  }))
}
