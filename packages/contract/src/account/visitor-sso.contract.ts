import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, list, longText, ref, text, words } from '../schema/field.ts'

export const VisitorSSO = entity('VisitorSSO', {
  isEnabled: flag(false),
  loginUrl: text(2048).mandatoryWhen('isEnabled', [true]),
  artifactResolutionService: text(),
  signOutUrl: text(2048),
  SAMLCertificate: longText().mandatoryWhen('isEnabled', [true]).alias('samlCertificate'),
  fieldMappings: list(ref('FieldMapping')),
  perCampaign: list(ref('VisitorSSOCampaign')),
})

export const FieldMapping = entity('FieldMapping', {
  attribute: text().mandatory(),
  comm100Field: text().mandatory(),
})

export const VisitorSSOCampaign = entity('VisitorSSOCampaign', {
  campaignId: guid().mandatory(),
  campaign: ref('Campaign').includedBy('campaign'),
  signInOption: choice(['noSignIn', 'signInOptional', 'signInRequired']).initially('noSignIn'),
  isPrechatFromSkipped: flag(true).alias('isPrechatFormSkipped'),
  ifOpenSignInPageEmbeddedWindow: flag(true),
})

/** The operations on visitors' single sign-on. */
export const visitorSSO = {
  get: defineOperation({
    id: 'visitorSSO.get',
    method: 'GET',
    path: '/api/v3/globalSettings/visitorSSO',
    access: 'Manage Settings',
    summary: "Get the settings of visitors' single sign-on",
    query: { include: words('campaign') },
    ok: answers(VisitorSSO),
  }),
  update: defineOperation({
    id: 'visitorSSO.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/visitorSSO',
    access: 'Manage Settings',
    summary: "Change the settings of visitors' single sign-on",
    body: updates(VisitorSSO),
    ok: answers(VisitorSSO),
  }),
}
