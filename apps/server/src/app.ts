import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import cors from '@fastify/cors'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { parse } from 'qs'
import { addressRules } from './auth/address-rules.ts'
import { apiKeyCheck } from './auth/api-keys.ts'
import { signInWith } from './auth/sign-in.ts'
import { type Tokens, tokens } from './auth/tokens.ts'
import type { Config } from './config.ts'
import type { App } from './context.ts'
import { type Database, openDatabase } from './db/db.ts'
import { migrateDatabase } from './db/migrate.ts'
import { type EventBus, localBus } from './events/event-bus.ts'
import { redisBus } from './events/redis-bus.ts'
import { authorizeService } from './features/account/oauth/authorize.service.ts'
import { oauthRoutes } from './features/account/oauth/oauth.routes.ts'
import { sessionRoutes } from './features/account/session/session.routes.ts'
import type { Gates } from './features/account/session/session.service.ts'
import { signOnService } from './features/account/sso/sign-on.service.ts'
import { featureRoutes } from './features/index.ts'
import { basicApiKeys, bearerTokens } from './http/authenticate.ts'
import { MAX_BODY_BYTES, readBodies } from './http/body-parser.ts'
import { dailyLimit } from './http/daily-limit.ts'
import { handleErrors, refuseUnreadable } from './http/errors.ts'
import { frontEnds } from './http/front-ends.ts'
import { healthRoutes } from './http/health.ts'
import { isSecureEnough } from './http/https-rule.ts'
import type { Route } from './http/implement.ts'
import { mount } from './http/mount.ts'
import { oauthPages } from './http/oauth-pages.ts'
import { referenceRoutes } from './http/reference.ts'
import { securityHeaders } from './http/security-headers.ts'
import { ssoPages } from './http/sso-pages.ts'
import { rewriteVerb } from './http/verb-paths.ts'
import { migrateJobQueue } from './jobs/migrate-job-queue.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { AppError } from './lib/app-error.ts'
import { type Gateway, startGateway } from './realtime/gateway.ts'
import { handlers } from './realtime/handlers.ts'

/** A Parley that runs: its address, and how to end it. */
export interface RunningServer {
  readonly app: App
  readonly routes: readonly Route[]
  readonly url: string
  close(): Promise<void>
}

export interface ServerOptions {
  readonly config: Config
  readonly databaseUrl: string
  readonly log: Logger
  /** the clock; tests bring their own */
  readonly now?: () => Date
  /** what has to be there before anybody may ask, such as the first site */
  readonly prepare?: (app: App) => Promise<unknown>
}

/** Wires everything together and listens. The only place that knows all parts. */
export async function startServer({
  config,
  databaseUrl,
  log,
  now = () => new Date(),
  prepare,
}: ServerOptions): Promise<RunningServer> {
  const database = openDatabase(databaseUrl, {
    onError: (err) => log.warn({ err }, 'an idle database connection broke'),
  })
  await migrateDatabase(database)
  await migrateJobQueue(database.pool)
  const bus = await openBus(config, log)
  // what it will be, for what is prepared before anybody listens
  let url = addressAt(config, config.port)
  const app: App = { config, database, bus, log, now, publicUrl: () => config.publicUrl ?? url }
  const tokenService = tokens(app)
  const addresses = addressRules(app)
  const gates = { signIn: signInWith(app, addresses), addresses }
  const routes = allRoutes(app, tokenService, gates)
  const { server, connect } = await httpServer(app, { tokenService, gates, routes })
  const gateway = startGateway(app, {
    server: server.server as Server,
    authenticate: tokenService.authenticate,
    checkAddress: addresses.check,
    handlers,
    isAllowed: (request) => isSecureEnough(config, request),
  })
  connect(gateway)
  server.addHook('preClose', () => gateway.close())
  await prepare?.(app)
  const jobs = await startJobs(app)
  server.addHook('onClose', () => jobs.stop())
  await server.listen({ host: config.host, port: config.port })
  url = addressOf(server, config)
  return { app, routes, url, close: () => shutDown(server, database, bus) }
}

/** Every route of the API. */
export function allRoutes(app: App, tokenService: Tokens, gates: Gates): Route[] {
  return [...featureRoutes, ...sessionRoutes(app, tokenService, gates), ...oauthRoutes(app, tokenService, gates)]
}

/** The HTTP side; `connect` tells its metrics of the realtime side, which needs the HTTP server first. */
async function httpServer(
  app: App,
  parts: { tokenService: Tokens; gates: Gates; routes: readonly Route[] },
): Promise<{ server: FastifyInstance; connect: (gateway: Gateway) => void }> {
  let gateway: Gateway | undefined
  const { config } = app
  const { tokenService, gates, routes } = parts
  const server = Fastify({
    loggerInstance: app.log,
    logController: new LogController({ disableRequestLogging: true }),
    // the nearest proxy only: what it passes on from others is anybody's word
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: MAX_BODY_BYTES,
    frameworkErrors: refuseUnreadable,
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      maxParamLength: 200,
      querystringParser: readQuery,
    },
    rewriteUrl: (request) => rewriteVerb(request.url ?? '/'),
    ...(config.tls ? { https: { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) } } : {}),
  }) as unknown as FastifyInstance
  // the contract's reader checks what comes in
  server.setValidatorCompiler(() => () => true)
  handleErrors(server)
  await readBodies(server)
  server.addHook('onRequest', async (request) => {
    if (!isSecureEnough(config, request.raw))
      throw new AppError('https_required', 'Use HTTPS: this installation answers plain HTTP on its own machine only.')
  })
  await server.register(cors, {
    origin: true,
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    credentials: false,
    exposedHeaders: ['location', 'retry-after'],
    maxAge: 86_400,
  })
  securityHeaders(server, config)
  healthRoutes(server, app, () => gateway?.connectionCount() ?? 0)
  mount(server, routes, {
    app,
    methods: [bearerTokens(tokenService), basicApiKeys(apiKeyCheck(app, tokenService))],
    checkAddress: gates.addresses.check,
    countRequest: dailyLimit(app),
  })
  await referenceRoutes(server, routes, tokenService.keys)
  oauthPages(server, app, authorizeService(app, tokenService, gates))
  ssoPages(server, app, signOnService(app, gates))
  await frontEnds(server, app)
  return {
    server,
    connect(realtime) {
      gateway = realtime
    },
  }
}

/** `conditions[0][field]=…` becomes nested lists; nobody needs it deeper. */
function readQuery(text: string): Record<string, unknown> {
  return parse(text, { depth: 3, arrayLimit: 100, parameterLimit: 500, allowPrototypes: false })
}

async function shutDown(server: FastifyInstance, database: Database, bus: EventBus): Promise<void> {
  await server.close()
  await bus.close()
  await database.close()
}

function addressOf(server: FastifyInstance, config: Config): string {
  const address = server.server.address()
  return addressAt(config, typeof address === 'object' && address ? address.port : config.port)
}

function addressAt({ host, tls }: Config, port: number): string {
  const name = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host
  return `${tls ? 'https' : 'http'}://${name}:${port}`
}

/** One process needs no other; several hear of each other through Redis. */
function openBus({ redisUrl }: Config, log: Logger): EventBus | Promise<EventBus> {
  const onError = (err: unknown) => log.error({ err }, 'an event could not be delivered')
  return redisUrl ? redisBus(redisUrl, { onError }) : localBus(onError)
}
