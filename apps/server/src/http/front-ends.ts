import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { App } from '../context.ts'
import { findDemoInstallationCode } from '../features/campaigns/installation-code/demo.ts'

const appsDir = fileURLToPath(new URL('../../../', import.meta.url))
const consoleDist = join(appsDir, 'console/dist')
const widgetDist = join(appsDir, 'widget/dist')
const demoDir = join(appsDir, 'widget/demo')

const YEAR = 'public, max-age=31536000, immutable'
const SHORT = 'public, max-age=300'

/** Serves the console, the widget and, when wanted, the demo shop. */
export async function frontEnds(server: FastifyInstance, app: App): Promise<void> {
  await serveDirectory(server, consoleDist, '/assets/console/')
  await serveDirectory(server, widgetDist, '/widget/', (reply) => {
    // shop pages on any origin load the widget and frame it
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
    reply.removeHeader('x-frame-options')
  })
  const page = async (_request: unknown, reply: FastifyReply) => {
    const file = join(consoleDist, 'index.html')
    if (!existsSync(file))
      return reply.code(503).type('text/plain').send('The console is not built yet: run npm start.')
    return reply
      .type('text/html')
      .header('cache-control', 'no-cache')
      .send(await readFile(file, 'utf8'))
  }
  for (const path of ['/login', '/console', '/console/*', '/panel', '/panel/*']) server.get(path, page)
  server.get('/', async (_request, reply) => reply.redirect('/console'))
  server.get('/favicon.ico', async (_request, reply) => reply.redirect('/assets/console/favicon.svg'))
  if (app.config.isDemo) await demoShop(server, app)
}

async function serveDirectory(
  server: FastifyInstance,
  root: string,
  prefix: string,
  also?: (reply: FastifyReply) => void,
): Promise<void> {
  if (!existsSync(root)) return
  await server.register(async (scope) => {
    if (also) scope.addHook('onSend', async (_request, reply) => also(reply))
    await scope.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: false,
      // the build leaves compressed copies beside the files
      preCompressed: true,
      setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)),
    })
  })
}

/** Hashed files never change; pages name them, so pages are asked for every time; the rest may be a little old. */
function cachingOf(path: string): string {
  if (/\.html(\.\w+)?$/.test(path)) return 'no-cache'
  return /[-.][\w-]{8,}\.(js|css|woff2?)(\.\w+)?$/.test(path) ? YEAR : SHORT
}

/** A shop page that embeds the widget of the first site's first campaign, as a customer's page would. */
async function demoShop(server: FastifyInstance, app: App): Promise<void> {
  for (const [path, file] of Object.entries({ '/demo/': 'index.html', '/demo/product.html': 'product.html' })) {
    server.get(path, async (request, reply) => {
      // the router takes both; relative links in the page need the slash
      if (request.url.split('?')[0] === '/demo') return reply.redirect('/demo/')
      const html = await readFile(join(demoDir, file), 'utf8')
      // the page plays any origin's page, but is served by ours: whatever name the browser knows us by
      const code = (await findDemoInstallationCode(app)).replaceAll(
        app.publicUrl(),
        `${request.protocol}://${request.host}`,
      )
      return reply
        .type('text/html')
        .header('cache-control', 'no-cache')
        .send(html.replaceAll('{{installationCode}}', code))
    })
  }
  if (!existsSync(demoDir)) return
  await server.register(fastifyStatic, {
    root: demoDir,
    prefix: '/demo/',
    decorateReply: false,
    index: false,
  })
}
