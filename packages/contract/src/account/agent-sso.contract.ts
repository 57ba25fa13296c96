import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, longText, text } from '../schema/field.ts'

export const AgentSSO = entity('AgentSSO', {
  isEnabled: flag(false),
  protocolType: choice(['SAML', 'JWT']).mandatoryWhen('isEnabled', [true]),
  samlSSOURL: text(2048).mandatoryWhen('protocolType', ['SAML']),
  samlLogoutURL: text(2048),
  samlCertificate: longText()
    .mandatoryWhen('protocolType', ['SAML'])
    .note('X.509 with an RSA key, as PEM (several while one replaces another) or base64'),
  jwtLoginURL: text(2048).mandatoryWhen('protocolType', ['JWT']),
  jwtLogoutURL: text(2048),
  jwtSecret: text()
    .mandatoryWhen('protocolType', ['JWT'])
    .note('At least 32 characters; never shown, and null or an empty text keeps the stored one'),
})

/** The operations on agents' single sign-on. */
export const agentSSO = {
  get: defineOperation({
    id: 'agentSSO.get',
    method: 'GET',
    path: '/api/v3/globalSettings/agentSSO',
    access: 'Manage Security',
    summary: "Get the settings of agents' single sign-on",
    ok: answers(AgentSSO),
  }),
  update: defineOperation({
    id: 'agentSSO.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/agentSSO',
    access: 'Manage Security',
    summary: "Change the settings of agents' single sign-on",
    body: updates(AgentSSO),
    ok: answers(AgentSSO),
  }),
}
