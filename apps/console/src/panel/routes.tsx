import { type ComponentType, lazy } from 'react'
import { type AreaRoute, AreaRoutes } from '../app/area.tsx'
import { PanelNavigation } from './PanelNavigation.tsx'
import classes from './panel.module.css'

/** A page that is loaded when it is first opened. */
function page<N extends string>(path: string, load: () => Promise<Record<N, ComponentType>>, name: N): AreaRoute {
  const component: ComponentType = lazy(async () => ({ default: (await load())[name] as ComponentType }))
  return { path, component }
}

const routes: readonly AreaRoute[] = [
  { path: '', component: lazy(async () => ({ default: (await import('./start/StartPage.tsx')).StartPage })) },
  {
    path: 'campaigns',
    component: lazy(async () => ({ default: (await import('./campaigns/CampaignList.tsx')).CampaignList })),
  },
  {
    path: 'campaigns/$campaignId',
    component: lazy(async () => ({ default: (await import('./campaigns/CampaignPage.tsx')).CampaignPage })),
  },
  { path: 'agents', component: lazy(async () => ({ default: (await import('./agents/AgentList.tsx')).AgentList })) },
  { path: 'roles', component: lazy(async () => ({ default: (await import('./roles/RolesPage.tsx')).RolesPage })) },
  {
    path: 'departments',
    component: lazy(async () => ({ default: (await import('./departments/DepartmentList.tsx')).DepartmentList })),
  },
  {
    path: 'auto-distribution',
    component: lazy(async () => ({
      default: (await import('./auto-distribution/AutoDistributionPage.tsx')).AutoDistributionPage,
    })),
  },
  page('canned-messages', () => import('./canned-messages/CannedMessagesPage.tsx'), 'CannedMessagesPage'),
  page('away-statuses', () => import('./away-statuses/AwayStatusList.tsx'), 'AwayStatusList'),
  page('contacts', () => import('./contacts/ContactList.tsx'), 'ContactList'),
  page('shifts', () => import('./shifts/ShiftList.tsx'), 'ShiftList'),
  page('conversions', () => import('./conversions/ConversionList.tsx'), 'ConversionList'),
  page('secure-forms', () => import('./secure-forms/SecureFormList.tsx'), 'SecureFormList'),
  page('webhooks', () => import('./webhooks/WebhookList.tsx'), 'WebhookList'),
  page('api-keys', () => import('./api-keys/ApiKeysPage.tsx'), 'ApiKeysPage'),
  page('segments', () => import('./segments/SegmentList.tsx'), 'SegmentList'),
  page('bans', () => import('./bans/BanList.tsx'), 'BanList'),
  page('login-addresses', () => import('./login-addresses/LoginAddressList.tsx'), 'LoginAddressList'),
  page('single-sign-on', () => import('./single-sign-on/SingleSignOnPage.tsx'), 'SingleSignOnPage'),
  page('audit-log', () => import('./audit-log/AuditLogPage.tsx'), 'AuditLogPage'),
  {
    path: 'custom-variables',
    component: lazy(async () => ({
      default: (await import('./custom-variables/CustomVariableList.tsx')).CustomVariableList,
    })),
  },
  { path: 'site', component: lazy(async () => ({ default: (await import('./site/SitePage.tsx')).SitePage })) },
  {
    path: 'settings',
    component: lazy(async () => ({ default: (await import('./settings/SettingsPage.tsx')).SettingsPage })),
  },
]

/** The Control Panel: everything below /panel. */
export function PanelArea() {
  return (
    <div className={classes.panel}>
      <PanelNavigation />
      <div className={classes.content}>
        <AreaRoutes routes={routes} home="/panel" />
      </div>
    </div>
  )
}
