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
import { datetime, guid, text } from '../schema/field.ts'

export const WhitelistedLoginIPRange = entity('WhitelistedLoginIPRange', {
  id: guid().readOnly().always(),
  ipFrom: text().mandatory(),
  ipTo: text().mandatory(),
  createdTime: datetime().readOnly(),
})

/** The operations on whitelisted login iPRanges. */
export const whitelistedLoginIPRanges = {
  list: defineOperation({
    id: 'whitelistedLoginIPRanges.list',
    method: 'GET',
    path: '/api/v3/globalSettings/whitelistedLoginIPRanges',
    access: 'Manage Security',
    summary: 'List allowed login IP ranges',
    ok: answersList(WhitelistedLoginIPRange),
  }),
  get: defineOperation({
    id: 'whitelistedLoginIPRanges.get',
    method: 'GET',
    path: '/api/v3/globalSettings/whitelistedLoginIPRanges/{id}',
    access: 'Manage Security',
    summary: 'Get an allowed login IP range',
    params: { id: guid().mandatory() },
    ok: answers(WhitelistedLoginIPRange),
  }),
  create: defineOperation({
    id: 'whitelistedLoginIPRanges.create',
    method: 'POST',
    path: '/api/v3/globalSettings/whitelistedLoginIPRanges',
    access: 'Manage Security',
    summary: 'Add an allowed login IP range',
    body: creates(WhitelistedLoginIPRange),
    ok: answersCreated(WhitelistedLoginIPRange),
  }),
  update: defineOperation({
    id: 'whitelistedLoginIPRanges.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/whitelistedLoginIPRanges/{id}',
    access: 'Manage Security',
    summary: 'Change an allowed login IP range',
    params: { id: guid().mandatory() },
    body: updates(WhitelistedLoginIPRange),
    ok: answers(WhitelistedLoginIPRange),
  }),
  delete: defineOperation({
    id: 'whitelistedLoginIPRanges.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/whitelistedLoginIPRanges/{id}',
    access: 'Manage Security',
    summary: 'Delete an allowed login IP range',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
