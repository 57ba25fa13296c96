import { answers, answersList, defineOperation, takesRows } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, datetime, email, guid, integer, list, ref, text } from '../schema/field.ts'

const visitorStatus = choice(
  [
    'waitingForChat',
    'chatting',
    'preChat',
    'manuallyInvited',
    'autoInvited',
    'offlineMessage',
    'refusedByOperator',
    'refusedByVisitor',
    'chatEnded',
    'inSite',
    'outOfSite',
    'transferring',
    'mannullyInvitedByWindow',
    'systemProcessing',
  ],
  { manuallyInvitedByWindow: 'mannullyInvitedByWindow' },
)

export const LiveChatVisitor = entity('LiveChatVisitor', {
  id: guid().readOnly().always(),
  name: text().readOnly(),
  email: email().readOnly(),
  status: visitorStatus.readOnly(),
  pageViews: integer().readOnly(),
  browser: text().readOnly(),
  chats: integer().readOnly(),
  city: text().readOnly(),
  company: text().readOnly(),
  country: text().readOnly(),
  currentBrowsing: text().readOnly(),
  customFields: list(ref('CustomField')).readOnly(),
  customVariableResults: list(ref('CustomVariableResult')).readOnly(),
  departmentId: guid().readOnly(),
  firstVisitTime: datetime().readOnly(),
  flashVersion: text().readOnly(),
  ip: text().readOnly(),
  searchKeywords: text().readOnly(),
  landingPage: text().readOnly(),
  language: text().readOnly(),
  operatingSystem: text().readOnly(),
  phone: text().readOnly(),
  productService: text().readOnly(),
  referrerUrl: text(2048).readOnly(),
  screenResolution: text().readOnly(),
  searchEngine: text().readOnly(),
  state: text().readOnly(),
  timeZone: text().readOnly(),
  visitTime: datetime().readOnly(),
  visits: integer().readOnly(),
})

export const CustomField = entity('CustomField', {
  id: guid().readOnly().always(),
  name: text().readOnly(),
  value: text().readOnly(),
})

export const CustomVariableResult = entity('CustomVariableResult', {
  name: text().mandatory(),
  value: text(1024),
  url: text(2048).readOnly(),
})

/** The operations on live chat visitors. */
export const liveChatVisitors = {
  list: defineOperation({
    id: 'liveChatVisitors.list',
    method: 'GET',
    path: '/api/v3/livechat/visitors',
    access: 'agent',
    summary: 'List the visitors who are on the site',
    query: { status: visitorStatus },
    ok: answersList(LiveChatVisitor),
  }),
  get: defineOperation({
    id: 'liveChatVisitors.get',
    method: 'GET',
    path: '/api/v3/livechat/visitors/{id}',
    access: 'agent',
    summary: 'Get a visitor who is on the site',
    params: { id: guid().mandatory() },
    ok: answers(LiveChatVisitor),
  }),
  updateCustomVariableResults: defineOperation({
    id: 'liveChatVisitors.updateCustomVariableResults',
    method: 'PUT',
    path: '/api/v3/livechat/visitors/{id}',
    access: 'agent',
    summary: 'Set the custom variables of a visitor who is on the site',
    params: { id: guid().mandatory() },
    body: takesRows(CustomVariableResult),
    ok: answers(LiveChatVisitor),
  }),
}
