import { answersCreated, answersList, answersNothing, creates, defineOperation } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { datetime, guid, list, text } from '../schema/field.ts'

/** A key that lets a program act as its agent; the key itself is shown once, when it is made. */
export const ApiKey = entity('ApiKey', {
  id: guid().readOnly().always(),
  name: text(100).mandatory().note('What the key is for'),
  prefix: text().readOnly().always().note('How the key begins, to tell keys apart'),
  createdTime: datetime().readOnly().always(),
  lastUsedTime: datetime().readOnly().note('To the minute; null as long as nothing has used it'),
})

/** A key that was just made: the only answer that holds the key itself. */
export const NewApiKey = entity('NewApiKey', {
  id: guid().always(),
  name: text(100).always(),
  prefix: text().always(),
  createdTime: datetime().always(),
  lastUsedTime: datetime(),
  key: text().always().note('The password of HTTP Basic, beside the e-mail address; never shown again'),
})

/** An application of somebody else that agents may let act for them. */
export const OAuthClient = entity('OAuthClient', {
  id: guid().readOnly().always(),
  clientId: text().readOnly().always().note('The `client_id` of OAuth 2'),
  name: text(100).mandatory().note('What agents are asked about'),
  redirectUris: list(text(2048)).mandatory().note('Where agents may be sent back to, compared exactly'),
  createdTime: datetime().readOnly().always(),
})

/** An agent's own API keys. */
export const apiKeys = {
  list: defineOperation({
    id: 'apiKeys.list',
    method: 'GET',
    path: '/api/v3/parley/apiKeys',
    access: 'agent',
    summary: "List one's own API keys",
    ok: answersList(ApiKey),
  }),
  create: defineOperation({
    id: 'apiKeys.create',
    method: 'POST',
    path: '/api/v3/parley/apiKeys',
    access: 'agent',
    summary: 'Make an API key; its secret is in the answer and nowhere else',
    body: creates(ApiKey),
    ok: answersCreated(NewApiKey),
  }),
  delete: defineOperation({
    id: 'apiKeys.delete',
    method: 'DELETE',
    path: '/api/v3/parley/apiKeys/{id}',
    access: 'agent',
    summary: "Revoke one of one's own API keys",
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}

/** Applications that agents of the site may let act for them. */
export const oauthClients = {
  list: defineOperation({
    id: 'oauthClients.list',
    method: 'GET',
    path: '/api/v3/parley/oauthClients',
    access: 'Manage Integration',
    summary: 'List OAuth applications',
    ok: answersList(OAuthClient),
  }),
  create: defineOperation({
    id: 'oauthClients.create',
    method: 'POST',
    path: '/api/v3/parley/oauthClients',
    access: 'Manage Integration',
    summary: 'Register an OAuth application',
    body: creates(OAuthClient),
    ok: answersCreated(OAuthClient),
  }),
  delete: defineOperation({
    id: 'oauthClients.delete',
    method: 'DELETE',
    path: '/api/v3/parley/oauthClients/{id}',
    access: 'Manage Integration',
    summary: 'Delete an OAuth application and end all it was allowed',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
