import { paging } from '../common/paging.ts'
import { answersPage, defineOperation } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, datetime, integer, ref, text, words } from '../schema/field.ts'

const category = choice(['liveChat', 'ticketingAndMessaging', 'bot', 'globalSettings', 'knowledgeBase'], {
  'knowledge base': 'knowledgeBase',
})

export const AuditLog = entity('AuditLog', {
  id: integer().readOnly().always(),
  category,
  actionTime: datetime(),
  actionType: text(),
  actionSummary: text(),
  actionDetails: text(),
  createdBy: integer(),
  agent: ref('Agent').includedBy('agent'),
})

/** The operations on audit logs. */
export const auditLogs = {
  list: defineOperation({
    id: 'auditLogs.list',
    method: 'GET',
    path: '/api/v3/globalSettings/auditLogs',
    access: 'View Audit Log',
    summary: 'List audit logs',
    query: {
      dateFrom: datetime(),
      dateTo: datetime(),
      category,
      actionType: text(),
      agentId: integer(),
      keywords: text(),
      include: words('agent'),
      ...paging(10),
    },
    ok: answersPage(AuditLog, 'count', 'auditLogs'),
  }),
}
