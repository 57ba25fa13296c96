import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './form-fields.service.ts'

const fields = api.campaignFormFields

export const formFieldRoutes = [
  implement(fields.listForPreChat, (ctx, { params }) => service.listFields(ctx, params.campaignId, 'preChat')),
  implement(fields.listForPostChat, (ctx, { params }) => service.listFields(ctx, params.campaignId, 'postChat')),
  implement(fields.listForOfflineMessage, (ctx, { params }) =>
    service.listFields(ctx, params.campaignId, 'offlineMessage'),
  ),
  implement(fields.listForAgentWrapup, (ctx, { params }) => service.listFields(ctx, params.campaignId, 'agentWrapUp')),
  implement(fields.createForPreChat, (ctx, { params, body }) =>
    service.createField(ctx, params.campaignId, 'preChat', body),
  ),
  implement(fields.createForPostChat, (ctx, { params, body }) =>
    service.createField(ctx, params.campaignId, 'postChat', body),
  ),
  implement(fields.createForOfflineMessage, (ctx, { params, body }) =>
    service.createField(ctx, params.campaignId, 'offlineMessage', body),
  ),
  implement(fields.createForAgentWrapup, (ctx, { params, body }) =>
    service.createField(ctx, params.campaignId, 'agentWrapUp', body),
  ),
  implement(fields.get, (ctx, { params }) => service.getField(ctx, params.campaignId, params.id)),
  implement(fields.update, (ctx, { params, body }) => service.updateField(ctx, params.campaignId, params.id, body)),
  implement(
    fields.delete,
    async (ctx, { params }) => void (await service.removeField(ctx, params.campaignId, params.id)),
  ),
]
