import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import {
  chatButton,
  chatbotIntegration,
  chatWindow,
  kbIntegration,
  language,
  manualInvitation,
} from './campaign-parts.ts'
import { agentWrapUp, offlineMessage, postChat, preChat } from './forms.ts'

export const campaignPartRoutes = [
  implement(api.chatButton.get, (ctx, { params }) => chatButton.get(ctx, params.campaignId)),
  implement(api.chatButton.update, (ctx, { params, body }) => chatButton.update(ctx, params.campaignId, body)),
  implement(api.chatWindow.get, (ctx, { params }) => chatWindow.get(ctx, params.campaignId)),
  implement(api.chatWindow.update, (ctx, { params, body }) => chatWindow.update(ctx, params.campaignId, body)),
  implement(api.preChat.get, (ctx, { params }) => preChat.get(ctx, params.campaignId)),
  implement(api.preChat.update, (ctx, { params, body }) => preChat.update(ctx, params.campaignId, body)),
  implement(api.postChat.get, (ctx, { params }) => postChat.get(ctx, params.campaignId)),
  implement(api.postChat.update, (ctx, { params, body }) => postChat.update(ctx, params.campaignId, body)),
  implement(api.campaignOfflineMessage.get, (ctx, { params }) => offlineMessage.get(ctx, params.campaignId)),
  implement(api.campaignOfflineMessage.update, (ctx, { params, body }) =>
    offlineMessage.update(ctx, params.campaignId, body),
  ),
  implement(api.agentWrapup.get, (ctx, { params }) => agentWrapUp.get(ctx, params.campaignId)),
  implement(api.agentWrapup.update, (ctx, { params, body }) => agentWrapUp.update(ctx, params.campaignId, body)),
  implement(api.language.get, (ctx, { params }) => language.get(ctx, params.campaignId)),
  implement(api.language.update, (ctx, { params, body }) => language.update(ctx, params.campaignId, body)),
  implement(api.manualInvitation.get, (ctx, { params }) => manualInvitation.get(ctx, params.campaignId)),
  implement(api.manualInvitation.update, (ctx, { params, body }) =>
    manualInvitation.update(ctx, params.campaignId, body),
  ),
  implement(api.chatbotIntegration.get, (ctx, { params, query }) =>
    chatbotIntegration.get(ctx, params.campaignId, query.include),
  ),
  implement(api.chatbotIntegration.update, (ctx, { params, body }) =>
    chatbotIntegration.update(ctx, params.campaignId, body),
  ),
  implement(api.kbIntegration.get, (ctx, { params }) => kbIntegration.get(ctx, params.campaignId)),
  implement(api.kbIntegration.update, (ctx, { params, body }) => kbIntegration.update(ctx, params.campaignId, body)),
]
