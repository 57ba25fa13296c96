import { paging } from '../common/paging.ts'
import { answers, answersNothing, answersPage, defineOperation, takesList } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import {
  choice,
  datetime,
  decimal,
  email,
  flag,
  guid,
  integer,
  list,
  longText,
  ref,
  text,
  words,
} from '../schema/field.ts'

export const Chat = entity('Chat', {
  id: guid().readOnly().always(),
  agentIds: list(integer()),
  agents: list(ref('Agent')).includedBy('agent'),
  startTime: datetime(),
  endTime: datetime(),
  ifQueued: flag(),
  ifAudioChatHappened: flag(false),
  ifVideoChatHappened: flag(false),
  messages: list(ref('ChatMessage')),
  status: choice(['normal', 'refused', 'missed']),
  requestingPageTitle: text(),
  requestingPageURL: text(2048),
  source: choice(['chatButton', 'autoInvitation', 'manualInvitation']),
  autoInvitationId: guid(),
  autoInvitation: ref('AutoInvitation').includedBy('autoInvitation'),
  preChat: ref('ChatPreChat').always(),
  postChat: ref('ChatPostChat').always(),
  agentWrapUp: ref('ChatAgentWrapUp').always(),
  customVariable: ref('ChatCustomVariable').always(),
  requestedTime: datetime(),
  offlineMessageId: guid(),
  offlineMessage: ref('OfflineMessage').includedBy('offlineMessage'),
  avgResponseTime: decimal(),
  visitorMessagesCount: integer().initially(0),
  agentMessagesCount: integer().initially(0),
  campaignId: guid(),
  campaign: ref('Campaign').includedBy('campaign'),
  lastMessageSentBy: choice(['visitor', 'agent', 'chatbot', 'system']),
  customerSegments: list(ref('CustomerSegment')),
  sessionId: guid(),
  session: ref('Session').includedBy('session'),
  botId: guid(),
  chatBot: ref('Bot').includedBy('chatbot'),
})

export const ChatMessage = entity('ChatMessage', {
  type: choice(['system', 'visitor', 'agent', 'chatbot', 'note']),
  senderName: text(),
  sentTime: datetime(),
  content: longText(),
  translatedMessage: longText(),
  attachmentUrl: text(2048),
})

export const ChatPreChat = entity('ChatPreChat', {
  socialMediaSource: choice(['none', 'facebook']),
  socialProfileURL: text(2048),
  name: text(),
  email: email(),
  phone: text(),
  company: text(),
  productService: text(),
  ticketID: text(),
  fieldValues: list(ref('FieldValue')),
  departmentId: guid(),
  department: ref('Department').includedBy('department'),
})

export const ChatPostChat = entity('ChatPostChat', {
  ratingGrade: choice(['noRating', 'level1', 'level2', 'level3', 'level4', 'level5']),
  ratingComment: longText(),
  ratingTime: datetime(),
  fieldValues: list(ref('FieldValue')),
})

export const ChatAgentWrapUp = entity('ChatAgentWrapUp', {
  categories: list(text()).alias('categorys'),
  comment: longText(),
  lastUpdatedTime: datetime(),
  lastUpdatedByAgentId: integer().alias('lastUpdatedBy'),
  fieldValues: list(ref('FieldValue')),
})

export const ChatCustomVariable = entity('ChatCustomVariable', {
  fieldValues: list(ref('FieldValue')),
})

/** One row of the `conditions` query of chats. */
export const ChatCondition = entity('ChatCondition', {
  field: choice(
    [
      'name',
      'email',
      'phone',
      'company',
      'productService',
      'ticketID',
      'department',
      'agent',
      'campaign',
      'page',
      'source',
      'status',
      'rating',
      'ratingComment',
      'wrapUpComment',
    ],
    { 'product service': 'productService', 'ticket id': 'ticketID', 'rating comment': 'ratingComment' },
  ).mandatory(),
  operate: choice(['contains', 'notContains', 'is', 'isNot'], { doesNotContain: 'notContains' }).initially('is'),
  value: text().mandatory(),
})

/** The operations on chats. */
export const chats = {
  list: defineOperation({
    id: 'chats.list',
    method: 'GET',
    path: '/api/v3/livechat/chats',
    access: 'agent',
    summary: 'List chats',
    query: {
      include: words('department', 'agent', 'campaign', 'chatbot', 'autoInvitation', 'session', 'offlineMessage'),
      timeFrom: datetime().note('Today unless given'),
      timeTo: datetime().note('Today unless given'),
      departmentId: guid(),
      categoryId: guid(),
      visitorId: guid(),
      agentId: integer(),
      keywords: text().note(
        'Words that all occur in what was said, in notes or in the name or e-mail address of the visitor, in any order; or ' +
          'any part of the name or address as it stands. Case and punctuation between words do not matter. Chinese, Japanese, ' +
          'Korean and Thai need no spaces: any part of a sentence is found',
      ),
      conditions: list(ref('ChatCondition')),
      ...paging(50),
    },
    ok: answersPage(Chat, 'totalCount', 'chats'),
  }),
  get: defineOperation({
    id: 'chats.get',
    method: 'GET',
    path: '/api/v3/livechat/chats/{id}',
    access: 'agent',
    summary: 'Get a chat',
    params: { id: guid().mandatory() },
    query: {
      include: words('department', 'agent', 'campaign', 'chatbot', 'autoInvitation', 'session', 'offlineMessage'),
    },
    ok: answers(Chat),
  }),
  delete: defineOperation({
    id: 'chats.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/chats/{id}',
    access: 'Delete Transcripts',
    summary: 'Delete a chat',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
  deleteMany: defineOperation({
    id: 'chats.deleteMany',
    method: 'DELETE',
    path: '/api/v3/livechat/chats',
    access: 'Delete Transcripts',
    summary: 'Delete several chats',
    body: takesList(guid()),
    ok: answersNothing,
  }),
}
