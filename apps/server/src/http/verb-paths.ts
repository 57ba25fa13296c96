const VERB = /^(\/[^?]*?[^/?]):([a-z]+)\/?(?=\?|$)/i

/**
 * `/agents/7:unlock` as the router sees it: `/agents/7/~unlock`. Routers take a colon for a parameter; the detour also
 * makes verbs as case-insensitive as the rest.
 */
export function rewriteVerb(url: string): string {
  if (!url.includes(':') && !/%3a/i.test(url)) return url
  const [path = '', ...query] = url.split('?')
  const plain = path.replace(/%3a(?=[a-z]+\/?$)/i, ':')
  return [plain.replace(VERB, '$1/~$2'), ...query].join('?')
}

/** The contract's path in the router's words. */
export function routerPath(path: string): string {
  return rewriteVerb(path.replaceAll(/\{(\w+)\}/g, '__$1__')).replaceAll(/__(\w+?)__/g, ':$1')
}
