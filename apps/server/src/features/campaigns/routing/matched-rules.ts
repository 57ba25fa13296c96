/** A rule or invitation as it is stored. */
interface Named {
  readonly id: string
  readonly name: string | null
}

/**
 * Which stored row each of the rows of a PUT is: the first of its name that no earlier one took, or none. What is shown
 * can so be sent back without becoming something new: ids are not read, and others may have kept them.
 */
export function matchByName<T extends Named>(
  stored: readonly T[],
  sent: readonly { readonly name?: string | null | undefined }[],
): { readonly matches: readonly (T | undefined)[]; readonly left: readonly T[] } {
  const free = [...stored]
  const matches = sent.map(({ name }) => {
    const index = free.findIndex((row) => same(row.name, name))
    return index < 0 ? undefined : free.splice(index, 1)[0]
  })
  return { matches, left: free }
}

const same = (one: string | null | undefined, other: string | null | undefined) =>
  (one ?? '').trim().toLowerCase() === (other ?? '').trim().toLowerCase()
