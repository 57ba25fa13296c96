import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, email, integer, text, timeZone } from '../schema/field.ts'

export const Site = entity('Site', {
  id: integer().readOnly().always(),
  dateTimeFormat: choice(
    [
      'MM-dd-yyyy HH:mm:ss',
      'MM/dd/yyyy HH:mm:ss',
      'dd-MM-yyyy HH:mm:ss',
      'dd/MM/yyyy HH:mm:ss',
      'yyyy-MM-dd HH:mm:ss',
      'yyyy/MM/dd HH:mm:ss',
    ],
    { 'MM-dd-yyy HH:mm:ss': 'MM-dd-yyyy HH:mm:ss' },
  ).initially('MM-dd-yyyy HH:mm:ss'),
  timeZone: timeZone().mandatory(),
  company: text().mandatory(),
  companySize: choice(['1-20', '21-50', '51-100', '101-180', '181-310', '311-600', 'Above 600']),
  website: text().mandatory(),
  registeredEmail: email().readOnly(),
  phone: text(),
  fax: text(),
  mailingAddress: text(),
  city: text(),
  stateOrProvince: text(),
  countryOrRegion: text(),
  postalOrZipCode: text(32),
  firstName: text().mandatory(),
  lastName: text().mandatory(),
})

/** The operations on site. */
export const site = {
  get: defineOperation({
    id: 'site.get',
    method: 'GET',
    path: '/api/v3/globalSettings/site',
    access: 'Manage Site',
    summary: 'Get the site',
    ok: answers(Site),
  }),
  update: defineOperation({
    id: 'site.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/site',
    access: 'Manage Site',
    summary: 'Change the site',
    body: updates(Site),
    ok: answers(Site),
  }),
}
