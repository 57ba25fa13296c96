import {
  type Icon,
  IconBuilding,
  IconBuildingStore,
  IconHome,
  IconRoute,
  IconShieldLock,
  IconSpeakerphone,
  IconUser,
} from '@tabler/icons-react'

/** Pages of the Control Panel that the palette finds. */
export const panelPages: readonly {
  readonly label: string
  readonly href: string
  readonly icon: Icon
  readonly keywords: readonly string[]
}[] = [
  { label: 'Start', href: '/panel', icon: IconHome, keywords: ['install', 'api', 'token'] },
  { label: 'Campaigns', href: '/panel/campaigns', icon: IconSpeakerphone, keywords: ['widget', 'button', 'code'] },
  { label: 'Agents', href: '/panel/agents', icon: IconUser, keywords: ['people', 'users', 'password'] },
  { label: 'Roles & permissions', href: '/panel/roles', icon: IconShieldLock, keywords: ['access', 'rights'] },
  { label: 'Departments', href: '/panel/departments', icon: IconBuilding, keywords: ['teams', 'groups'] },
  { label: 'Auto distribution', href: '/panel/auto-distribution', icon: IconRoute, keywords: ['routing', 'limits'] },
  { label: 'Company', href: '/panel/site', icon: IconBuildingStore, keywords: ['site', 'time zone'] },
]
