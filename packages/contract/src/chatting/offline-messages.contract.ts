import { paging } from '../common/paging.ts'
import { answers, answersNothing, answersPage, defineOperation, takesList } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, datetime, email, guid, integer, list, longText, ref, text, words } from '../schema/field.ts'

export const OfflineMessage = entity('OfflineMessage', {
  id: guid().readOnly().always(),
  createdTime: datetime(),
  ssoUserId: text(),
  name: text(),
  email: email(),
  phone: text(),
  company: text(),
  departmentId: guid(),
  department: ref('Department').includedBy('department'),
  agentId: integer(),
  agent: ref('Agent').includedBy('agent'),
  ticketId: integer(),
  subject: text(),
  message: longText(),
  requestingPageTitle: text(),
  requestingPageURL: text(2048),
  source: choice(['chatButton', 'autoInvitation']),
  autoInvitationId: guid(),
  autoInvitation: ref('AutoInvitation').includedBy('autoInvitation'),
  campaignId: guid(),
  campaign: ref('Campaign').includedBy('campaign'),
  sessionId: guid(),
  session: ref('Session').includedBy('session'),
  customerSegments: list(ref('CustomerSegment')),
  customFields: list(ref('FieldValue')),
  customVariables: list(ref('FieldValue')),
  attachment: ref('Attachment'),
})

export const Attachment = entity('Attachment', {
  name: text(),
  uri: text(2048),
})

export const FieldValue = entity('FieldValue', {
  fieldName: text(),
  value: text(),
  url: text(2048),
})

/** The operations on offline messages. */
export const offlineMessages = {
  list: defineOperation({
    id: 'offlineMessages.list',
    method: 'GET',
    path: '/api/v3/livechat/offlineMessages',
    access: 'agent',
    summary: 'List offline messages',
    query: {
      include: words('department', 'agent', 'campaign', 'autoInvitation', 'session'),
      timeFrom: datetime().note('Today unless given'),
      timeTo: datetime().note('Today unless given'),
      campaignId: guid(),
      departmentId: guid(),
      agentId: integer(),
      visitorSegmentId: guid(),
      keywords: text(),
      ...paging(50),
    },
    ok: answersPage(OfflineMessage, 'total', 'offlineMessages'),
  }),
  get: defineOperation({
    id: 'offlineMessages.get',
    method: 'GET',
    path: '/api/v3/livechat/offlineMessages/{id}',
    access: 'agent',
    summary: 'Get an offline message',
    params: { id: guid().mandatory() },
    query: { include: words('department', 'agent', 'campaign', 'autoInvitation', 'session') },
    ok: answers(OfflineMessage),
  }),
  delete: defineOperation({
    id: 'offlineMessages.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/offlineMessages/{id}',
    access: 'Delete Transcripts',
    summary: 'Delete an offline message',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
  deleteMany: defineOperation({
    id: 'offlineMessages.deleteMany',
    method: 'DELETE',
    path: '/api/v3/livechat/offlineMessages',
    access: 'Delete Transcripts',
    summary: 'Delete several offline messages',
    body: takesList(guid()),
    ok: answersNothing,
  }),
}
