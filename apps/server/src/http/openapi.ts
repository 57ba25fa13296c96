import { type Access, type AnyOperation, entities, errorCatalogue, statusOf } from '@parley/contract'

type Json = { [key: string]: unknown }

const TAGS: Record<string, string> = {
  globalSettings: 'Global',
  livechat: 'Live Chat',
  reports: 'Reports',
  parley: 'Console',
  adminwebservice: 'Signing in',
  oauth: 'Signing in',
}

/** The OpenAPI 3.1 document of these operations, as plain data. Everything in it comes from the contract. */
export function openApiDocument(operations: readonly AnyOperation[], version: string): Json {
  const used = new Set<string>(['Error'])
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] ??= {}
    ;(paths[operation.path] as Json)[operation.method.toLowerCase()] = describe(operation, used)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley API',
      version,
      description: 'Live chat: accounts, conversations and reports. Compatible with the public Comm100 API, version 3.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This installation' }],
    tags: [...new Set(Object.values(TAGS))].map((name) => ({ name })),
    security: [{ bearer: [] }, { apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'http', scheme: 'basic', description: "An agent's e-mail address and API key" },
      },
      schemas: componentsOf(used),
    },
  }
}

function describe(operation: AnyOperation, used: Set<string>): Json {
  const { id, summary, access, body, ok, params, query } = operation
  return {
    operationId: id,
    summary,
    tags: [tagOf(operation.path)],
    description: accessText(access),
    ...(access === 'public' ? { security: [] } : {}),
    parameters: [
      ...parameters('path', params, operation.paramsSchema.properties, used),
      ...parameters('query', query, operation.querySchema.properties, used),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              [body.isForm ? 'application/x-www-form-urlencoded' : 'application/json']: {
                schema: clean(body.schema, used),
              },
            },
          },
        }
      : {}),
    responses: {
      [ok.status]: {
        description: ok.status === 201 ? 'Created; the Location header says where' : ok.status === 204 ? 'Done' : 'OK',
        ...(ok.schema ? { content: { 'application/json': { schema: clean(ok.schema, used) } } } : {}),
      },
      ...errorResponses(operation),
    },
  }
}

function tagOf(path: string): string {
  if (/\/livechat\/reports\//i.test(path)) return 'Reports'
  const word = path.split('/').find((part) => part in TAGS)
  return TAGS[word ?? ''] ?? 'Console'
}

function accessText(access: Access): string {
  if (access === 'public') return 'Needs no sign-in.'
  if (access === 'agent') return 'Any signed-in agent.'
  const { all, unlessOwn } = typeof access === 'string' ? { all: [access] } : access
  const names = all.map((name) => `**${name}**`).join(' and ')
  return `Needs the permission ${names}${unlessOwn ? ', unless it is about the calling agent' : ''}.`
}

function parameters(
  where: 'path' | 'query',
  fields: AnyOperation['params'],
  schemas: object,
  used: Set<string>,
): Json[] {
  return Object.keys(fields).map((name) => {
    const schema = (schemas as Record<string, Json>)[name] as Json
    const isWords = schema['x-reads'] === 'csv'
    const isDeep = schema.type === 'array' && !isWords
    return {
      name,
      in: where,
      required: where === 'path' || fields[name].facts.isMandatory,
      ...(fields[name].facts.note ? { description: fields[name].facts.note } : {}),
      ...(isWords ? { style: 'form', explode: false } : {}),
      ...(isDeep ? { style: 'deepObject', explode: true } : {}),
      schema: clean(schema, used),
    }
  })
}

function errorResponses({ access, body, params, query, errors }: AnyOperation): Json {
  const takes = body || Object.keys(params).length || Object.keys(query).length
  const codes = new Set<number>([
    ...(takes ? [400000] : []),
    ...(access === 'public' ? [] : [401000, 403000]),
    ...errors,
  ])
  if (Object.keys(params).length) codes.add(404000)
  const byStatus = new Map<number, string[]>()
  for (const { code, when } of Object.values(errorCatalogue)) {
    if (!codes.has(code)) continue
    const status = statusOf(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}: ${when}`])
  }
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [status, { description: lines.join('\n\n'), content }]),
  )
}

function componentsOf(used: Set<string>): Json {
  const out: Json = {}
  // grows while it is walked: schemas name others
  for (const name of used) out[name] = name === 'Error' ? errorSchema() : clean(schemaNamed(name), used)
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => a.localeCompare(b)))
}

function errorSchema(): Json {
  return {
    type: 'object',
    required: ['code', 'message'],
    properties: {
      code: { type: 'integer', enum: Object.values(errorCatalogue).map(({ code }) => code), examples: [400000] },
      message: { type: 'string', examples: ["Parameter 'timeFrom' is required."] },
    },
  }
}

function schemaNamed(name: string): unknown {
  for (const entity of Object.values(entities)) {
    if (entity.name === name) return entity.output
    if (`${entity.name}Create` === name) return entity.create
    if (`${entity.name}Update` === name) return entity.update
  }
  throw new Error(`the contract has no schema ${name}`)
}

/** A schema without our own hints; named schemas become references, whose names are remembered. */
function clean(schema: unknown, used: Set<string>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => clean(item, used))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, $id, ...rest } = schema as Json
  if (typeof $ref === 'string') return reference($ref, used)
  const isTopLevel = typeof $id === 'string' && !used.has($id)
  if (isTopLevel) return reference($id as string, used)
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !key.startsWith('x-') && !key.startsWith('~'))
      .map(([key, value]) => [key, key === 'enum' || key === 'default' ? value : clean(value, used)]),
  )
}

function reference(name: string, used: Set<string>): Json {
  used.add(name)
  return { $ref: `#/components/schemas/${name}` }
}
