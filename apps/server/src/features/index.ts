import { agentAwayStatusRoutes } from './account/agent-away-statuses/agent-away-statuses.routes.ts'
import { agentRoutes } from './account/agents/agents.routes.ts'
import { apiKeyRoutes } from './account/api-keys/api-keys.routes.ts'
import { auditLogRoutes } from './account/audit-logs/audit-logs.routes.ts'
import { privateCannedMessageRoutes } from './account/canned-messages/private-canned-messages.routes.ts'
import { publicCannedMessageRoutes } from './account/canned-messages/public-canned-messages.routes.ts'
import { colleagueRoutes } from './account/colleagues/colleagues.routes.ts'
import { contactRoutes } from './account/contacts/contacts.routes.ts'
import { departmentRoutes } from './account/departments/departments.routes.ts'
import { loginIpRangeRoutes } from './account/login-ip-ranges/login-ip-ranges.routes.ts'
import { permissionRoutes } from './account/permissions/permissions.routes.ts'
import { roleRoutes } from './account/roles/roles.routes.ts'
import { shiftRoutes } from './account/shifts/shifts.routes.ts'
import { siteRoutes } from './account/site/site.routes.ts'
import { ssoRoutes } from './account/sso/sso.routes.ts'
import { campaignRoutes } from './campaigns/campaigns/campaigns.routes.ts'
import { formFieldRoutes } from './campaigns/form-fields/form-fields.routes.ts'
import { installationCodeRoutes } from './campaigns/installation-code/installation-code.routes.ts'
import { invitationRoutes } from './campaigns/invitation/invitation.routes.ts'
import { campaignPartRoutes } from './campaigns/parts/campaign-parts.routes.ts'
import { routingRoutes } from './campaigns/routing/routing.routes.ts'
import { chatRoutes } from './chatting/chats/chats.routes.ts'
import { liveAgentRoutes } from './chatting/live-agents/live-agents.routes.ts'
import { liveVisitorRoutes } from './chatting/live-visitors/live-visitors.routes.ts'
import { offlineMessageRoutes } from './chatting/offline-messages/offline-messages.routes.ts'
import { sessionReadRoutes } from './chatting/sessions/sessions.routes.ts'
import { visitorRoutes } from './chatting/visitors/visitors.routes.ts'
import { chatVolumeRoutes } from './reports/chat-volume/chat-volume.routes.ts'
import { autoDistributionRoutes } from './settings/auto-distribution/auto-distribution.routes.ts'
import { banRoutes } from './settings/bans/bans.routes.ts'
import { conversionActionRoutes } from './settings/conversion-actions/conversion-actions.routes.ts'
import { customVariableRoutes } from './settings/custom-variables/custom-variables.routes.ts'
import { customerSegmentRoutes } from './settings/customer-segments/customer-segments.routes.ts'
import { secureFormRoutes } from './settings/secure-forms/secure-forms.routes.ts'
import { settingsRoutes } from './settings/settings/settings.routes.ts'
import { siteFeatureRoutes } from './settings/site-features/site-features.routes.ts'
import { webhookRoutes } from './settings/webhooks/webhooks.routes.ts'

/** Every route that needs nothing but the context, as data: counted, printed and compared with the contract. */
export const featureRoutes = [
  ...siteRoutes,
  ...agentRoutes,
  ...agentAwayStatusRoutes,
  ...publicCannedMessageRoutes,
  ...privateCannedMessageRoutes,
  ...contactRoutes,
  ...shiftRoutes,
  ...loginIpRangeRoutes,
  ...ssoRoutes,
  ...roleRoutes,
  ...departmentRoutes,
  ...colleagueRoutes,
  ...permissionRoutes,
  ...auditLogRoutes,
  ...apiKeyRoutes,
  ...campaignRoutes,
  ...campaignPartRoutes,
  ...invitationRoutes,
  ...routingRoutes,
  ...formFieldRoutes,
  ...installationCodeRoutes,
  ...settingsRoutes,
  ...autoDistributionRoutes,
  ...customVariableRoutes,
  ...customerSegmentRoutes,
  ...banRoutes,
  ...conversionActionRoutes,
  ...secureFormRoutes,
  ...webhookRoutes,
  ...siteFeatureRoutes,
  ...visitorRoutes,
  ...sessionReadRoutes,
  ...chatRoutes,
  ...offlineMessageRoutes,
  ...liveAgentRoutes,
  ...liveVisitorRoutes,
  ...chatVolumeRoutes,
]
