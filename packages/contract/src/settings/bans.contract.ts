import {
  answers,
  answersCreated,
  answersList,
  answersNothing,
  creates,
  defineOperation,
  updates,
} from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, guid, integer, longText, ref, text, words } from '../schema/field.ts'

export const Ban = entity('Ban', {
  id: guid().readOnly().always(),
  type: choice(['visitor', 'ip', 'ipRange']).mandatory(),
  visitorId: guid().mandatoryWhen('type', ['visitor']),
  visitor: ref('Visitor').includedBy('visitor'),
  ip: text().mandatoryWhen('type', ['ip']).alias('ipAddress'),
  ipRangeFrom: text().mandatoryWhen('type', ['ipRange']),
  ipRangeTo: text().mandatoryWhen('type', ['ipRange']),
  comment: longText(),
  lastUpdatedByAgentId: integer().readOnly(),
  lastUpdatedAgent: ref('Agent').includedBy('agent'),
})

/** The operations on bans. */
export const bans = {
  list: defineOperation({
    id: 'bans.list',
    method: 'GET',
    path: '/api/v3/livechat/bans',
    access: 'Manage Ban List',
    summary: 'List bans',
    query: { include: words('visitor', 'agent') },
    ok: answersList(Ban),
  }),
  get: defineOperation({
    id: 'bans.get',
    method: 'GET',
    path: '/api/v3/livechat/bans/{id}',
    access: 'Manage Ban List',
    summary: 'Get a ban',
    params: { id: guid().mandatory() },
    query: { include: words('visitor', 'agent') },
    ok: answers(Ban),
  }),
  create: defineOperation({
    id: 'bans.create',
    method: 'POST',
    path: '/api/v3/livechat/bans',
    access: 'Manage Ban List',
    summary: 'Add a ban',
    body: creates(Ban),
    ok: answersCreated(Ban),
  }),
  update: defineOperation({
    id: 'bans.update',
    method: 'PUT',
    path: '/api/v3/livechat/bans/{id}',
    access: 'Manage Ban List',
    summary: 'Change a ban',
    params: { id: guid().mandatory() },
    body: updates(Ban),
    ok: answers(Ban),
  }),
  delete: defineOperation({
    id: 'bans.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/bans/{id}',
    access: 'Manage Ban List',
    summary: 'Delete a ban',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
