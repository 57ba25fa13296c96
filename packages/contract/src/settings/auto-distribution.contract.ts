import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, integer, list, ref } from '../schema/field.ts'

export const AutoDistribution = entity('AutoDistribution', {
  autoDistributionMethod: choice(['loadBanlancing', 'roundRobin', 'capabilityWeighted'], {
    loadBalancing: 'loadBanlancing',
  }).mandatory(),
  isLastChattedAgentPreferred: flag().mandatory(),
  isLimitMaxConcurrentChatsForAllAgents: flag().mandatory(),
  maxConcurrentChatsForAllAgents: integer(1).mandatory(),
  ifAutoAcceptChatWhenHavingAudioVideoChat: flag().mandatory(),
  ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit: flag().mandatory(),
  departmentAutoDistributions: list(ref('DepartmentAutoDistribution')),
  agentAutoDistributions: list(ref('AgentAutoDistribution')),
})

export const DepartmentAutoDistribution = entity('DepartmentAutoDistribution', {
  departmentId: guid().mandatory(),
  autoDistributionMethod: choice(['loadBanlancing', 'roundRobin', 'capabilityWeighted'], {
    loadBalancing: 'loadBanlancing',
  }),
  isLastChattedAgentPreferred: flag(),
  backupDepartmentId: guid(),
})

export const AgentAutoDistribution = entity('AgentAutoDistribution', {
  agentId: integer().mandatory(),
  ifAutoAcceptChat: flag(),
  maxConcurrentChats: integer(1),
})

/** The operations on auto distribution. */
export const autoDistribution = {
  get: defineOperation({
    id: 'autoDistribution.get',
    method: 'GET',
    path: '/api/v3/livechat/autoDistribution',
    access: 'agent',
    summary: 'Get how chats are distributed',
    ok: answers(AutoDistribution),
  }),
  update: defineOperation({
    id: 'autoDistribution.update',
    method: 'PUT',
    path: '/api/v3/livechat/autoDistribution',
    access: 'Manage Settings',
    summary: 'Change how chats are distributed',
    body: updates(AutoDistribution),
    ok: answers(AutoDistribution),
  }),
}
