export { type Actor, actor, type RawAnswer, type RawRequest, sendRaw } from './actors.ts'
export { freshDatabase } from './database.ts'
export {
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
  type TestServerOptions,
  type TestSite,
} from './test-server.ts'
