export { type Actor, actor, type RawAnswer, type RawRequest, sendRaw } from './actors.ts'
export { freshDatabase } from './database.ts'
export { makeSigningKey, type SigningKey } from './identity-provider/certificate.ts'
export { assertionXml, type ReadRequest, SamlProvider } from './identity-provider/saml-provider.ts'
export { destinationOf, TestBrowser } from './identity-provider/test-browser.ts'
export {
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
  type TestServerOptions,
  type TestSite,
} from './test-server.ts'
