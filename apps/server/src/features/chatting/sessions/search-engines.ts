/** Engines by a part of their host name, with the query parameters that hold what was searched for. */
const engines: readonly { name: string; host: RegExp; parameters: readonly string[] }[] = [
  { name: 'Google', host: /(^|\.)google\./, parameters: ['q'] },
  { name: 'Bing', host: /(^|\.)bing\.com$/, parameters: ['q'] },
  { name: 'Yahoo', host: /(^|\.)search\.yahoo\./, parameters: ['p'] },
  { name: 'DuckDuckGo', host: /(^|\.)duckduckgo\.com$/, parameters: ['q'] },
  { name: 'Baidu', host: /(^|\.)baidu\.com$/, parameters: ['wd', 'word'] },
  { name: 'Yandex', host: /(^|\.)yandex\./, parameters: ['text'] },
  { name: 'Ecosia', host: /(^|\.)ecosia\.org$/, parameters: ['q'] },
  { name: 'Brave', host: /^search\.brave\.com$/, parameters: ['q'] },
  { name: 'Startpage', host: /(^|\.)startpage\.com$/, parameters: ['query', 'q'] },
  { name: 'Qwant', host: /(^|\.)qwant\.com$/, parameters: ['q'] },
  { name: 'Naver', host: /(^|\.)search\.naver\.com$/, parameters: ['query'] },
  { name: 'Sogou', host: /(^|\.)sogou\.com$/, parameters: ['query', 'keyword'] },
]

/** The search engine a referrer belongs to and the words it still tells; most keep them to themselves today. */
export function searchOf(referrer: string | null | undefined): { engine: string; keywords: string | null } | null {
  if (!referrer || !URL.canParse(referrer)) return null
  const url = new URL(referrer)
  const engine = engines.find(({ host }) => host.test(url.hostname))
  if (!engine) return null
  const keywords = engine.parameters.map((name) => url.searchParams.get(name)?.trim()).find(Boolean)
  return { engine: engine.name, keywords: keywords?.slice(0, 256) ?? null }
}
