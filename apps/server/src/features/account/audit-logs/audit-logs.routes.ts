import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { toPage } from '../../../kit/pages.ts'
import * as service from './audit-logs.service.ts'

export const auditLogRoutes = [
  implement(api.auditLogs.list, async (ctx, { query, url }) =>
    toPage(ctx.app, url, { total: 'count', list: 'auditLogs' }, query, await service.listAuditLogs(ctx, query)),
  ),
]
