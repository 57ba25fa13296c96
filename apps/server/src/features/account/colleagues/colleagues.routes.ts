import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { listColleagues } from './colleagues.service.ts'

export const colleagueRoutes = [implement(api.parley.colleagues, (ctx) => listColleagues(ctx))]
