/** A request with an API key that works when pasted in a shell. */
export function keyRequest(apiBaseUrl: string, email: string, key: string): string {
  const quoted = `${email}:${key}`.replaceAll("'", "'\\''")
  return `curl ${apiBaseUrl}/api/v3/globalSettings/agents/me \\\n  -u '${quoted}'`
}
