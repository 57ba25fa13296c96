import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { reportChatVolume } from './chat-volume.service.ts'

export const chatVolumeRoutes = [implement(api.reports.chatVolume, (ctx, { query }) => reportChatVolume(ctx, query))]
