import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './installation-code.service.ts'

export const installationCodeRoutes = [
  implement(api.installationCode.get, (ctx, { params }) => service.getInstallationCode(ctx, params.campaignId)),
]
