import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import type { KeyRing } from '../auth/signing-keys.ts'
import { VERSION } from '../version.ts'
import type { Route } from './implement.ts'
import { openApiDocument } from './openapi.ts'

/** The OpenAPI document, the browsable reference (which asks no other host for anything) and the public keys. */
export async function referenceRoutes(server: FastifyInstance, routes: readonly Route[], keys: KeyRing): Promise<void> {
  // made when it is first asked for: a start need not wait for it
  let document: string | undefined
  server.get('/api/v3/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(
      openApiDocument(
        routes.map(({ operation }) => operation),
        VERSION,
      ),
    )
    return reply.type('application/json').send(document)
  })
  server.get('/.well-known/jwks.json', () => keys.jwks())
  await server.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/api/v3/openapi.json',
      title: 'Parley API',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
}
