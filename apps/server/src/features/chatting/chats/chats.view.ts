import type { Chat, Output, Shape } from '@parley/contract'
import type { NamedValueRow } from '../../../db/schema/chats.table.ts'
import type { Hyperlinks } from '../sessions/hyperlinks.query.ts'
import { viewVariables } from '../sessions/variables.view.ts'
import type { TranscriptLine, TranscriptRow } from './chats.query.ts'
import { answerOf, customAnswers } from './pre-chat-answers.ts'

export type ChatView = Output<typeof Chat>

/** A chat with its transcript as the API shows it. */
export function viewChat(
  row: TranscriptRow,
  lines: readonly TranscriptLine[],
  hyperlinks: Hyperlinks,
  customerSegments: ChatView['customerSegments'],
): ChatView {
  return {
    id: row.id,
    agentIds: row.agentIds,
    startTime: iso(row.answeredTime),
    endTime: iso(row.endedTime),
    ifQueued: row.isQueued,
    ifAudioChatHappened: false,
    ifVideoChatHappened: false,
    messages: lines.map(viewLine),
    status: row.status,
    requestingPageTitle: row.requestingPageTitle,
    requestingPageURL: row.requestingPageUrl,
    source: row.source,
    autoInvitationId: null,
    preChat: viewPreChat(row),
    postChat: {
      ratingGrade: row.ratingGrade ? `level${row.ratingGrade}` : 'noRating',
      ratingComment: row.ratingComment,
      ratingTime: iso(row.ratingTime),
      fieldValues: [],
    },
    agentWrapUp: {
      categories: row.wrapUpCategoryId ? [row.wrapUpCategoryId] : [],
      comment: row.wrapUpComment,
      lastUpdatedTime: iso(row.wrapUpTime),
      lastUpdatedByAgentId: row.wrapUpAgentId,
      fieldValues: row.wrapUpFields.map(viewValue),
    },
    customVariable: { fieldValues: viewVariables(row.variables, hyperlinks) },
    requestedTime: iso(row.requestedTime),
    offlineMessageId: row.offlineMessageId,
    avgResponseTime: row.responses ? row.responseSeconds / row.responses : null,
    visitorMessagesCount: row.visitorMessagesCount,
    agentMessagesCount: row.agentMessagesCount,
    campaignId: row.campaignId,
    lastMessageSentBy: row.lastMessageBy,
    customerSegments,
    sessionId: row.sessionId,
    botId: null,
  }
}

function viewLine({ type, senderName, sentTime, content }: TranscriptLine): Shape<'ChatMessage'> {
  return { type, senderName, sentTime: sentTime.toISOString(), content, translatedMessage: null, attachmentUrl: null }
}

function viewPreChat(row: TranscriptRow): Shape<'ChatPreChat'> {
  return {
    socialMediaSource: 'none',
    socialProfileURL: null,
    name: row.visitorName,
    email: row.visitorEmail,
    phone: row.visitorPhone,
    company: row.visitorCompany,
    productService: answerOf(row.fields, 'productService'),
    ticketID: answerOf(row.fields, 'ticketID'),
    fieldValues: customAnswers(row.fields).map(viewValue),
    departmentId: row.departmentId,
  }
}

function viewValue({ name, value }: NamedValueRow): Shape<'FieldValue'> {
  return { fieldName: name, value, url: null }
}

function iso(time: Date | null): string | null {
  return time?.toISOString() ?? null
}
