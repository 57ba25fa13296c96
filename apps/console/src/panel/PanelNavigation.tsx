import { NativeSelect } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useAreaPath } from '../app/area.tsx'
import { AppLink, useGoTo } from '../ui/app-link.tsx'
import { linkOf, type PanelLink, panelGroups, panelHref } from './navigation.ts'
import classes from './panel.module.css'
import { useMissing } from './ui/access.tsx'

/** The pages of the Control Panel by task; on a phone one select. */
export function PanelNavigation() {
  const current = linkOf(useAreaPath())
  const goTo = useGoTo()
  return (
    <nav className={classes.nav} aria-label="Control Panel">
      <NativeSelect
        className={classes.select}
        aria-label="Page"
        value={current?.path ?? ''}
        onChange={(event) => goTo(panelHref(event.currentTarget.value))}
        data={panelGroups.map(({ label, links }) => {
          const items = links.map((link) => ({ value: link.path, label: link.label }))
          return { group: label ?? 'Control Panel', items }
        })}
      />
      <div className={classes.links}>
        <p className={classes.area}>Control Panel</p>
        {panelGroups.map(({ label, links }) => (
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
  const missing = useMissing(link.needs)
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
      {missing?.length ? <IconLock className={classes.lock} size={14} stroke={1.6} aria-label="No permission" /> : null}
    </AppLink>
  )
}
