import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './settings.service.ts'

export const settingsRoutes = [
  implement(api.settings.get, (ctx) => service.getSettings(ctx)),
  implement(api.settings.update, (ctx, { body }) => service.changeSettings(ctx, body)),
]
