/** The part of a role that permissions come from. */
interface Giving {
  readonly name: string
  readonly permissionIds: readonly number[]
}

/** What roles give, each permission with the words where it comes from: “from Sales, Team lead”. */
export function permissionsFromRoles(roles: readonly Giving[]): Map<number, string> {
  const from = new Map<number, string>()
  for (const role of roles) {
    for (const id of role.permissionIds) {
      const before = from.get(id)
      from.set(id, before ? `${before}, ${role.name}` : `from ${role.name}`)
    }
  }
  return from
}
