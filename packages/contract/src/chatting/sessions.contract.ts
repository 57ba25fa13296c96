import { answers, defineOperation } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { datetime, guid, integer, ref, text, words } from '../schema/field.ts'

export const Session = entity('Session', {
  id: guid().readOnly().always(),
  startTime: datetime(),
  ip: text(),
  referrerURL: text(2048),
  searchEngine: text(),
  keywords: text(),
  browser: text(),
  flashVersion: text(),
  language: text(),
  screenResolution: text(),
  operatingSystem: text(),
  timeZone: text(),
  landingPageURL: text(2048),
  landingPageTitle: text(),
  visitorId: guid(),
  visitor: ref('Visitor').includedBy('visitor'),
  contactId: integer(),
  contact: ref('Contact').includedBy('contact'),
})

/** The operations on sessions. */
export const sessions = {
  get: defineOperation({
    id: 'sessions.get',
    method: 'GET',
    path: '/api/v3/livechat/sessions/{id}',
    access: 'agent',
    summary: 'Get a session',
    params: { id: guid().mandatory() },
    query: { include: words('visitor', 'contact') },
    ok: answers(Session),
  }),
}
