import { randomUUID } from 'node:crypto'
import type { AuditAction } from '@parley/contract'
import { type Actor, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { agentAtWork, playChat, visitorOf } from './live-data.ts'
import { type World, worldOf } from './world.ts'

const CAMPAIGNS = { category: 'liveChat', actionType: 'campaignsManagement' } as const
const AGENTS = { category: 'globalSettings', actionType: 'agentManagement' } as const
const ROLES = { category: 'globalSettings', actionType: 'agentRoleManagement' } as const
const CANNED = { category: 'globalSettings', actionType: 'cannedMessageManagement' } as const
const CUSTOMERS = { category: 'globalSettings', actionType: 'customerAccountsManagement' } as const
const SECURITY = { category: 'globalSettings', actionType: 'securityManagement' } as const
const INTEGRATION = { category: 'globalSettings', actionType: 'integrationAndAPIManagement' } as const
const ROUTING = { category: 'liveChat', actionType: 'liveChatRoutingRulesManagement' } as const
const FORMS = { category: 'liveChat', actionType: 'secureFormManagement' } as const
const TRANSCRIPTS = { category: 'liveChat', actionType: 'transcriptDelete' } as const

/** What the change of a resource is called in the audit log. */
export const actionOf: Readonly<Record<string, AuditAction>> = {
  agentAwayStatuses: { category: 'globalSettings', actionType: 'customAwayStatusManagement' },
  agentSSO: SECURITY,
  agentWrapup: CAMPAIGNS,
  agents: AGENTS,
  apiKeys: INTEGRATION,
  autoDistribution: { category: 'liveChat', actionType: 'chatsAuto-AllocationManagement' },
  autoInvitations: { category: 'liveChat', actionType: 'autoInvitationManagement' },
  bans: { category: 'liveChat', actionType: 'banManagement' },
  campaignFormFields: CAMPAIGNS,
  campaignOfflineMessage: CAMPAIGNS,
  campaigns: CAMPAIGNS,
  chatButton: CAMPAIGNS,
  chatWindow: CAMPAIGNS,
  chatbotIntegration: CAMPAIGNS,
  chats: TRANSCRIPTS,
  contactIdentities: CUSTOMERS,
  contacts: CUSTOMERS,
  conversionActions: { category: 'liveChat', actionType: 'conversionManagement' },
  customRules: ROUTING,
  customVariables: { category: 'liveChat', actionType: 'customVariableManage' },
  customerSegments: { category: 'liveChat', actionType: 'segmentationManagement' },
  departments: { category: 'globalSettings', actionType: 'departmentManagement' },
  dynamicCampaign: CAMPAIGNS,
  invitation: CAMPAIGNS,
  kbIntegration: CAMPAIGNS,
  language: CAMPAIGNS,
  manualInvitation: CAMPAIGNS,
  mobilePush: INTEGRATION,
  oauthClients: INTEGRATION,
  offlineMessages: TRANSCRIPTS,
  'permissions.updateForAgent': AGENTS,
  'permissions.updateForRole': ROLES,
  postChat: CAMPAIGNS,
  preChat: CAMPAIGNS,
  privateCannedMessageCategories: CANNED,
  privateCannedMessages: CANNED,
  publicCannedMessageCategories: CANNED,
  publicCannedMessages: CANNED,
  roles: ROLES,
  routing: ROUTING,
  secureFormFields: FORMS,
  secureForms: FORMS,
  settings: { category: 'liveChat', actionType: 'chatSettingsManagement' },
  shifts: { category: 'liveChat', actionType: 'shiftsManagement' },
  site: { category: 'globalSettings', actionType: 'siteProfileManagement' },
  translationExcludedWords: { category: 'liveChat', actionType: 'autoTranslationManagement' },
  visitorSSO: { category: 'liveChat', actionType: 'visitorSSOManagement' },
  webhooks: INTEGRATION,
  whitelistedLoginIPRanges: SECURITY,
}

/** Secrets in bodies below: no entry may hold any of them. */
export const SECRETS = [
  'Smtp-Secret-77',
  'Jwt-Secret-0123456789-0123456789-0123456789',
  'New-Password-99',
  'Gcm-Key-55',
]

const push = {
  iosProductionCertificateFileName: 'none',
  iosProductionCertificateFileData: 'none',
  iosProductionCertificatePassword: 'none',
  iosDevelopmentCertificateFileName: 'none',
  iosDevelopmentCertificateFileData: 'none',
  iosDevelopmentCertificatePassword: 'none',
  androidGcmExtraData: 'none',
}

export interface AuditWorld {
  readonly world: World
  readonly campaignName: string
  /** somebody who may change the own password without harm to the test */
  readonly other: Actor
  /** The body of an operation; undefined leaves it to chance. */
  readonly bodies: Readonly<Record<string, () => unknown>>
}

/** One of everything that can be changed or deleted, and bodies for what chance cannot know. */
export async function auditWorld(server: TestServer, site: TestSite): Promise<AuditWorld> {
  const { admin, campaignId } = site
  const world = await worldOf(site)
  const name = () => `Audit ${randomUUID().slice(0, 8)}`
  const other = await site.addAgent({ permissions: [] })
  const params = { campaignId }
  const rule = await admin.api.call('customRules.create', { params, body: { name: name() } })
  const invitation = await admin.api.call('autoInvitations.create', { params, body: { name: name() } })
  const field = () => ({ displayName: name(), field: { name: name(), type: 'textBox' } }) as never
  const formField = await admin.api.call('campaignFormFields.createForPreChat', { params, body: field() })
  const variable = await admin.api.call('customVariables.create', { body: { name: name(), type: 'text' } })
  const spare = await admin.api.call('campaigns.create', { body: { name: name() } })
  const top = { name: name(), parentId: '00000000-0000-0000-0000-000000000000' }
  const publicCategory = await admin.api.call('publicCannedMessageCategories.create', { body: top })
  const traffic = await leaveTraffic(server, site)
  const wrapup = await admin.api.call('agentWrapup.get', { params })
  const category = () => ({ ...top, name: name() })
  const similar = () => ['How late is it?']
  return {
    world: {
      ...world,
      customRules: rule.id,
      autoInvitations: invitation.id,
      campaignFormFields: formField.id,
      customVariables: variable.id,
      chats: traffic.chatIds[0] as string,
      offlineMessages: traffic.messageIds[0] as string,
      'campaigns.delete': spare.id,
      'publicCannedMessageCategories.delete': publicCategory.id,
    },
    campaignName: (await admin.api.call('campaigns.get', { params: { id: campaignId } })).name ?? '',
    other,
    bodies: {
      'agentWrapup.update': () => ({ fields: wrapup.fields }),
      'autoDistribution.update': () => ({ maxConcurrentChatsForAllAgents: 7 }),
      'settings.update': () => ({ isCobrowsingEnabled: true }),
      'site.update': () => ({ company: 'Audit & Sons' }),
      'agentSSO.update': () => ({ jwtSecret: SECRETS[1] }),
      'agents.changePassword': () => ({ password: SECRETS[2] }),
      'agents.changeMyPassword': () => ({ currentPassword: TEST_PASSWORD, newPassword: SECRETS[2] }),
      'agents.create': () => ({
        email: `${randomUUID()}@example.com`,
        firstName: name(),
        lastName: 'Agent',
        password: SECRETS[2],
      }),
      'bans.create': () => ({ type: 'ip', ip: '203.0.113.8' }),
      'campaignFormFields.createForPreChat': field,
      'campaignFormFields.createForPostChat': field,
      'campaignFormFields.createForOfflineMessage': field,
      'campaignFormFields.createForAgentWrapup': field,
      'chatWindow.update': () => ({ customSMTPServer: { password: SECRETS[0] } }),
      'chats.deleteMany': () => traffic.chatIds.slice(1),
      'contactIdentities.create': () => ({ contactId: world.contactId, type: 'SMS', value: '+1 555 0101' }),
      'conversionActions.create': () => ({ name: name(), type: 'api' }),
      'customVariables.create': () => ({ name: name(), type: 'text' }),
      'mobilePush.update': () => ({ ...push, androidGcmAPIKey: SECRETS[3] }),
      'oauthClients.create': () => ({ name: name(), redirectUris: ['https://app.example.com/done'] }),
      'offlineMessages.deleteMany': () => traffic.messageIds.slice(1),
      'permissions.updateForAgent': () => [201],
      'permissions.updateForRole': () => [201],
      'privateCannedMessageCategories.create': category,
      'privateCannedMessages.addSimilarQuestions': similar,
      'publicCannedMessageCategories.create': category,
      'publicCannedMessages.addSimilarQuestions': similar,
      'publicCannedMessages.create': () => ({
        name: name(),
        message: 'Hello',
        categoryId: world.publicCannedMessageCategories,
      }),
      'secureFormFields.create': () => ({ name: name(), displayName: 'Number', type: 'cardNumber' }),
      'webhooks.create': () => ({ event: 'chatEnds', targetUrl: 'https://crm.example/other' }),
      'whitelistedLoginIPRanges.create': () => ({ ipFrom: '127.0.0.1', ipTo: '127.0.0.2' }),
    },
  }
}

/** Two chats and two offline messages, to be deleted. */
async function leaveTraffic(server: TestServer, site: TestSite) {
  const agent = await agentAtWork(server, site)
  const chatIds: string[] = []
  const messageIds: string[] = []
  for (let i = 0; i < 2; i++) {
    const visitor = await visitorOf(server, site)
    chatIds.push((await playChat(visitor, agent)).chatId)
    const message = await visitor.leaveMessage({ name: 'Vera', email: 'vera@example.com', message: 'Call me' })
    messageIds.push(message.offlineMessageId)
    await visitor.close()
  }
  await agent.close()
  return { chatIds, messageIds }
}
