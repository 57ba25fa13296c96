import { type Icon, IconChartBar, IconHistory, IconMessages, IconSettings, IconUsersGroup } from '@tabler/icons-react'

/** A part of the console that the rail leads to. */
export interface Section {
  readonly label: string
  readonly href: string
  readonly icon: Icon
  /** Keys as shown, and as `useShortcuts` names them. */
  readonly keys: string
  readonly sequence: string
}

/** The rail, from top to bottom. */
export const sections: readonly Section[] = [
  { label: 'Chats', href: '/console/chats', icon: IconMessages, keys: 'G C', sequence: 'g c' },
  { label: 'Visitors', href: '/console/visitors', icon: IconUsersGroup, keys: 'G V', sequence: 'g v' },
  { label: 'History', href: '/console/history', icon: IconHistory, keys: 'G H', sequence: 'g h' },
  { label: 'Reports', href: '/console/reports', icon: IconChartBar, keys: 'G R', sequence: 'g r' },
  { label: 'Settings', href: '/panel', icon: IconSettings, keys: 'G S', sequence: 'g s' },
]

/** The section an address belongs to. */
export function sectionOf(path: string): Section | undefined {
  return sections.find(({ href }) => path === href || path.startsWith(`${href}/`))
}
