/** The same server's address with another database; the host may be a socket directory in the query, so no URL class. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]*)\/[^?]*/, `$1/${name}`)
}
