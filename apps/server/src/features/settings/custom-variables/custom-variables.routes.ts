import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { customVariablesResource as variables } from './custom-variables.resource.ts'

export const customVariableRoutes = [
  implement(api.customVariables.list, (ctx) => variables.list(ctx)),
  implement(api.customVariables.get, (ctx, { params }) => variables.get(ctx, params.id)),
  implement(api.customVariables.create, (ctx, { body }) => variables.create(ctx, body)),
  implement(api.customVariables.update, (ctx, { params, body }) => variables.update(ctx, params.id, body)),
  implement(api.customVariables.delete, async (ctx, { params }) => void (await variables.remove(ctx, params.id))),
]
