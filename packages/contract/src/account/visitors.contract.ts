import { paging } from '../common/paging.ts'
import { answers, answersPage, defineOperation } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { datetime, email, guid, integer, text } from '../schema/field.ts'

export const Visitor = entity('Visitor', {
  id: guid().readOnly().always(),
  name: text(),
  email: email(),
  numberOfVisits: integer(),
  numberOfChats: integer(),
  firstVisitTime: datetime(),
})

/** The operations on visitors. */
export const visitors = {
  list: defineOperation({
    id: 'visitors.list',
    method: 'GET',
    path: '/api/v3/globalSettings/visitors',
    access: 'Manage Settings',
    summary: 'List visitors',
    query: { requestedTime: datetime().note('Today unless given'), keywords: text(), ...paging(50) },
    ok: answersPage(Visitor, 'totalCount', 'visitors'),
  }),
  get: defineOperation({
    id: 'visitors.get',
    method: 'GET',
    path: '/api/v3/globalSettings/visitors/{id}',
    access: 'Manage Settings',
    summary: 'Get a visitor',
    params: { id: guid().mandatory() },
    ok: answers(Visitor),
  }),
}
