import type { PageFacts } from './bridge.ts'

// Single-page applications set the title after they have changed the address
const TITLE_SETTLES_MS = 250

/** The page as it is now. */
export function currentPage(referrer = document.referrer): PageFacts {
  return { url: location.href.slice(0, 2048), title: document.title.slice(0, 1024), referrer: referrer.slice(0, 2048) }
}

/** Reports every change of the address that happens without a new document. */
export function watchPages(onPage: (page: PageFacts) => void): void {
  let last = location.href
  let timer: ReturnType<typeof setTimeout> | undefined
  let referrer = last

  const check = () => {
    if (location.href === last) return
    referrer = last
    last = location.href
    clearTimeout(timer)
    timer = setTimeout(() => onPage(currentPage(referrer)), TITLE_SETTLES_MS)
  }

  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    history[name] = function (this: History, ...args) {
      original.apply(this, args)
      check()
    }
  }
  addEventListener('popstate', check)
  addEventListener('hashchange', check)
}
