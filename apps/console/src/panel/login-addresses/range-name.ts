/** A range of addresses as people write it; a range of one is one address. */
export function rangeName({ ipFrom, ipTo }: { readonly ipFrom: string; readonly ipTo: string }): string {
  return ipFrom === ipTo ? ipFrom : `${ipFrom} – ${ipTo}`
}
