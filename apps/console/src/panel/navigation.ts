import type { OperationId, Shape } from '@parley/contract'
import {
  type Icon,
  IconAddressBook,
  IconBan,
  IconBuilding,
  IconBuildingStore,
  IconCalendarTime,
  IconCoffee,
  IconHome,
  IconKey,
  IconListSearch,
  IconLogin2,
  IconMapPinCheck,
  IconMessage2Bolt,
  IconRoute,
  IconShieldCheck,
  IconShieldLock,
  IconSpeakerphone,
  IconTargetArrow,
  IconToggleRight,
  IconUser,
  IconUsersGroup,
  IconVariable,
  IconWebhook,
} from '@tabler/icons-react'
import { missingFor } from './ui/permissions-for.ts'

/** A page of the Control Panel as the navigation shows it. */
export interface PanelLink {
  readonly path: string
  readonly label: string
  readonly icon: Icon
  /** What the page reads: who may do none of it is not shown the way. */
  readonly needs: readonly [OperationId, ...OperationId[]]
}

/** Pages that belong to one task. */
export interface PanelGroup {
  readonly label: string | null
  readonly links: readonly PanelLink[]
}

/** The pages that exist, by task. */
export const panelGroups: readonly PanelGroup[] = [
  {
    label: null,
    links: [
      { path: '', label: 'Start', icon: IconHome, needs: ['parley.workplace'] },
      { path: 'campaigns', label: 'Campaigns', icon: IconSpeakerphone, needs: ['campaigns.list'] },
    ],
  },
  {
    label: 'People',
    links: [
      { path: 'agents', label: 'Agents', icon: IconUser, needs: ['agents.list'] },
      { path: 'roles', label: 'Roles & permissions', icon: IconShieldLock, needs: ['roles.list'] },
      { path: 'departments', label: 'Departments', icon: IconBuilding, needs: ['departments.list'] },
      { path: 'shifts', label: 'Shifts', icon: IconCalendarTime, needs: ['shifts.list'] },
    ],
  },
  {
    label: 'Conversations',
    links: [
      { path: 'auto-distribution', label: 'Auto distribution', icon: IconRoute, needs: ['autoDistribution.get'] },
      {
        path: 'canned-messages',
        label: 'Canned messages',
        icon: IconMessage2Bolt,
        needs: ['publicCannedMessages.list', 'privateCannedMessages.list'],
      },
      { path: 'segments', label: 'Segments', icon: IconUsersGroup, needs: ['customerSegments.list'] },
      { path: 'bans', label: 'Bans', icon: IconBan, needs: ['bans.list'] },
      { path: 'secure-forms', label: 'Secure forms', icon: IconShieldCheck, needs: ['secureForms.list'] },
      { path: 'away-statuses', label: 'Away statuses', icon: IconCoffee, needs: ['agentAwayStatuses.list'] },
    ],
  },
  {
    label: 'Data',
    links: [
      { path: 'contacts', label: 'Contacts', icon: IconAddressBook, needs: ['contacts.list'] },
      { path: 'custom-variables', label: 'Custom variables', icon: IconVariable, needs: ['customVariables.list'] },
      { path: 'conversions', label: 'Conversions', icon: IconTargetArrow, needs: ['conversionActions.list'] },
    ],
  },
  {
    label: 'Connect',
    links: [
      { path: 'webhooks', label: 'Webhooks', icon: IconWebhook, needs: ['webhooks.list'] },
      { path: 'api-keys', label: 'API & keys', icon: IconKey, needs: ['apiKeys.list'] },
    ],
  },
  {
    label: 'Security',
    links: [
      {
        path: 'login-addresses',
        label: 'Login addresses',
        icon: IconMapPinCheck,
        needs: ['whitelistedLoginIPRanges.list'],
      },
      { path: 'single-sign-on', label: 'Single sign-on', icon: IconLogin2, needs: ['agentSSO.get', 'visitorSSO.get'] },
      { path: 'audit-log', label: 'Audit log', icon: IconListSearch, needs: ['auditLogs.list'] },
    ],
  },
  {
    label: 'Your site',
    links: [
      { path: 'site', label: 'Company', icon: IconBuildingStore, needs: ['site.get'] },
      { path: 'settings', label: 'Features', icon: IconToggleRight, needs: ['settings.get'] },
    ],
  },
]

/** The pages that somebody may open; tasks without any are left out. */
export function groupsFor(who: Pick<Shape<'Workplace'>, 'isAdmin' | 'permissions'>): PanelGroup[] {
  return panelGroups
    .map(({ label, links }) => ({
      label,
      links: links.filter(({ needs }) => needs.some((id) => missingFor(who, id).length === 0)),
    }))
    .filter(({ links }) => links.length > 0)
}

/** The link a path belongs to: `roles/new` to Roles & permissions. */
export function linkOf(path: string): PanelLink | undefined {
  const first = path.split('/').find(Boolean) ?? ''
  return panelGroups.flatMap(({ links }) => links).find((link) => link.path === first)
}

/** The address of a page of the Control Panel. */
export function panelHref(path: string): string {
  return path ? `/panel/${path}` : '/panel'
}
