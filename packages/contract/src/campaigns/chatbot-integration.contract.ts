import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { flag, guid, integer, ref, words } from '../schema/field.ts'

export const ChatbotIntegration = entity('ChatbotIntegration', {
  isEnable: flag(),
  selectedChatbotId: guid(),
  selectedChatbot: ref('Bot').includedBy('chatbot'),
  isChatbotAllocatedWhenAgentOnline: flag(),
  ifDistributeChatsToChatbotByQueueLength: flag(),
  ifDistributeChatsToChatbotByPercentage: flag(),
  queueLength: integer(),
  percentageToChatbot: integer(),
  isChatbotAllocatedWhenAgentOffline: flag(),
})

/** The operations on chatbot integration. */
export const chatbotIntegration = {
  get: defineOperation({
    id: 'chatbotIntegration.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/chatbotIntegration',
    access: 'agent',
    summary: 'Get the chatbot integration of a campaign',
    params: { campaignId: guid().mandatory() },
    query: { include: words('chatbot') },
    ok: answers(ChatbotIntegration),
  }),
  update: defineOperation({
    id: 'chatbotIntegration.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/chatbotIntegration',
    access: 'Manage Campaigns',
    summary: 'Change the chatbot integration of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(ChatbotIntegration),
    ok: answers(ChatbotIntegration),
  }),
}
