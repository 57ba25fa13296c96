import { pagePath, safeHref } from '../../../lib/urls.ts'

interface PageLinkProps {
  readonly url: string | null
  readonly title: string | null
}

/** A page the visitor looked at; only web addresses can be followed. */
export function PageLink({ url, title }: PageLinkProps) {
  const href = safeHref(url)
  const words = title || pagePath(url)
  if (!words) return null
  if (!href) return <>{words}</>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={href}>
      {words}
    </a>
  )
}
