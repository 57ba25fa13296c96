import type { ChatEventShape, ChatSummaryShape } from '@parley/contract'
import type { EventRow } from '../engine/save-chats.repo.ts'
import type { SummaryRow } from './chat-summaries.repo.ts'

/** A chat as agents' connections see it. */
export function viewSummary(row: SummaryRow): ChatSummaryShape {
  return {
    id: row.id,
    state: row.state,
    status: row.status,
    visitorId: row.visitorId,
    visitorName: row.visitorName,
    visitorEmail: row.visitorEmail,
    campaignId: row.campaignId,
    departmentId: row.departmentId,
    targetAgentId: row.targetAgentId,
    agentId: row.agentId,
    agentName: row.agentName,
    agentIds: row.agentIds,
    offeredTo: row.offeredTo,
    requestedTime: row.requestedTime.toISOString(),
    answeredTime: row.answeredTime?.toISOString() ?? null,
    endedTime: row.endedTime?.toISOString() ?? null,
    endedBy: row.endedBy,
    lastSeq: row.lastSeq,
    lastMessage: row.lastMessage,
    lastMessageBy: row.lastMessageBy,
    lastMessageTime: row.lastMessageTime?.toISOString() ?? null,
    pageUrl: row.requestingPageUrl,
    pageTitle: row.requestingPageTitle,
    isRated: row.ratingGrade !== null,
    isWrappedUp: row.wrapUpTime !== null,
  }
}

/** An entry of a chat's log as it goes over the wire. */
export function viewEvent(row: EventRow): ChatEventShape {
  return {
    seq: row.seq,
    type: row.type,
    senderId: row.senderId || null,
    senderName: row.senderName,
    content: row.content,
    sentTime: row.sentTime.toISOString(),
    clientMessageId: row.clientMessageId,
  }
}
