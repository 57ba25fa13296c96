import { NativeSelect } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWorkplace } from '../app/api.ts'
import { useAreaPath } from '../app/area.tsx'
import { AppLink, useGoTo } from '../ui/app-link.tsx'
import { groupsFor, linkOf, type PanelLink, panelHref } from './navigation.ts'
import classes from './panel.module.css'

/** The pages of the Control Panel by task; on a phone one select. */
export function PanelNavigation() {
  const current = linkOf(useAreaPath())
  const { data: workplace } = useWorkplace()
  const groups = workplace ? groupsFor(workplace) : []
  const isListed = groups.some(({ links }) => current && links.includes(current))
  const goTo = useGoTo()
  const list = useRef<HTMLDivElement>(null)
  // Whoever comes by a link, or loads the page again, sees where they are, however far down the list that is.
  useEffect(() => {
    if (isListed)
      list.current?.querySelector(`[href="${panelHref(current?.path ?? '')}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current, isListed])
  return (
    <nav className={classes.nav} aria-label="Control Panel">
      <NativeSelect
        className={classes.select}
        aria-label="Page"
        value={current?.path ?? ''}
        onChange={(event) => goTo(panelHref(event.currentTarget.value))}
        data={[
          ...groups.map(({ label, links }) => ({
            group: label ?? 'Control Panel',
            items: links.map((link) => ({ value: link.path, label: link.label })),
          })),
          // Whoever came by a link to a page that is not for them still sees where they are.
          ...(current && !isListed ? [{ value: current.path, label: current.label }] : []),
        ]}
      />
      <div ref={list} className={classes.links}>
        <p className={classes.area}>Control Panel</p>
        {groups.map(({ label, links }) => (
          <div key={label ?? 'first'} className={classes.group}>
            {label && <p className={classes.groupLabel}>{label}</p>}
            {links.map((link) => (
              <NavigationLink key={link.path} link={link} isCurrent={link === current} />
            ))}
          </div>
        ))}
      </div>
    </nav>
  )
}

function NavigationLink({ link, isCurrent }: { readonly link: PanelLink; readonly isCurrent: boolean }) {
  const Glyph = link.icon
  return (
    <AppLink
      href={panelHref(link.path)}
      className={classes.link}
      data-current={isCurrent || undefined}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
    >
      <Glyph size={18} stroke={1.6} />
      <span className="p-truncate">{link.label}</span>
    </AppLink>
  )
}
