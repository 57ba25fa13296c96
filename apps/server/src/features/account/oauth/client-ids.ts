/** What a `client_id` names. */
export interface ClientName {
  readonly siteId: number
  readonly id: string
}

/** `10000_0190…`: it says which site's application it is. */
export function clientIdOf({ siteId, id }: ClientName): string {
  return `${siteId}_${id}`
}

/** Undefined for what is no `client_id` of ours. */
export function readClientId(text: string): ClientName | undefined {
  const [, site, id] = /^(\d{1,9})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text.toLowerCase()) ?? []
  return site && id ? { siteId: Number(site), id } : undefined
}
