import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { conversionActionsResource as actions } from './conversion-actions.resource.ts'
import { achieveConversion, getConversionAction, listConversionActions } from './conversion-actions.service.ts'

export const conversionActionRoutes = [
  implement(api.conversionActions.list, (ctx, { query }) => listConversionActions(ctx, query.include)),
  implement(api.conversionActions.get, (ctx, { params, query }) => getConversionAction(ctx, params.id, query.include)),
  implement(api.conversionActions.create, (ctx, { body }) => actions.create(ctx, body)),
  implement(api.conversionActions.update, (ctx, { params, body }) => actions.update(ctx, params.id, body)),
  implement(api.conversionActions.delete, async (ctx, { params }) => void (await actions.remove(ctx, params.id))),
  implement(api.conversionActions.achieved, (ctx, { body }) => achieveConversion(ctx, body)),
]
