import { answersList, defineOperation } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, datetime, decimal, guid, ref, text } from '../schema/field.ts'

/** A stretch of time, local to the report's time zone. */
export const ReportTimeRange = entity('ReportTimeRange', {
  from: text().always(),
  to: text().always(),
})

/**
 * One row of the chat volume report. Which properties are there depends on the group: `time` for calendar groups and
 * distributions, one id for the others; averages for distributions, counts for the others.
 */
export const ChatVolumeRow = entity('ChatVolumeRow', {
  time: ref('ReportTimeRange').includedBy('time'),
  campaignId: guid().includedBy('campaign'),
  departmentId: guid().includedBy('department'),
  visitorSegmentId: guid().includedBy('visitorSegment'),
  chatRequests: decimal().includedBy('counts'),
  chats: decimal().includedBy('counts'),
  missedChats: decimal().includedBy('counts'),
  refusedChats: decimal().includedBy('counts'),
  avgChatRequests: decimal().includedBy('averages'),
  avgChats: decimal().includedBy('averages'),
  avgMissedChats: decimal().includedBy('averages'),
  avgRefusedChats: decimal().includedBy('averages'),
})

/** The groups of the chat volume report. */
export const chatVolumeGroups = [
  'hour',
  'day',
  'week',
  'month',
  '24*7Distribution',
  'halfHourDistribution',
  'campaign',
  'department',
  'visitorSegment',
] as const
export type ChatVolumeGroup = (typeof chatVolumeGroups)[number]

/** The reports. */
export const reports = {
  chatVolume: defineOperation({
    id: 'reports.chatVolume',
    method: 'GET',
    path: '/api/v3/livechat/reports/chatVolume',
    access: 'View Reports',
    summary: 'How many chats were asked for, answered, missed and refused',
    query: {
      timeFrom: datetime().mandatory().note('Inclusive, local to `timezone`'),
      timeTo: datetime().mandatory().note('Exclusive, local to `timezone`'),
      timezone: text(64).note('An offset such as +08:00, or a Windows time zone id; +00:00 unless given'),
      filterName: choice(['campaign', 'department', 'visitorSegment']),
      filterValue: text(64).note('The id that belongs to `filterName`'),
      group: choice(chatVolumeGroups).mandatory(),
    },
    ok: answersList(ChatVolumeRow),
    errors: [403003],
  }),
}
