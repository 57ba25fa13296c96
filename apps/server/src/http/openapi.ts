import type { Access, AnyOperation } from '@parley/contract'
import { effectOf, exampleAnswer, exampleBody, examplePathId, parameterNote } from '@parley/contract/documentation'
import { errorResponses, errorSchema } from './openapi-errors.ts'
import { cleanSchema, componentSchemas, type Json } from './openapi-schemas.ts'

const TAGS = {
  Global: 'The account: agents, roles, departments, contacts, canned messages, shifts, security, audit log.',
  'Live Chat': 'Campaigns and their parts, settings, visitors, chats and offline messages.',
  Reports: 'Numbers of chats by time, campaign, department and segment.',
  Console: "What the product's own console needs. Other programs may use it; it follows no other product's names.",
  'Signing in': 'Tokens for programs: by password, by OAuth 2.',
} as const
type Tag = keyof typeof TAGS

const TAG_OF_PATH: Readonly<Record<string, Tag>> = {
  globalSettings: 'Global',
  livechat: 'Live Chat',
  reports: 'Reports',
  adminwebservice: 'Signing in',
  oauth: 'Signing in',
}

const ABOUT = `Live chat: accounts, conversations and reports. Compatible with the public Comm100 API, version 3.

Property names and paths are taken in any case. Times come as ISO 8601 in UTC; ids are GUIDs, or numbers for agents,
contacts, permissions and audit logs. A PUT changes what it names and keeps the rest. Lists that come in pages take
\`pageIndex\` (from 1) and \`pageSize\` (1 to 1000) and link their neighbours.

A refusal is \`{ "code": 400000, "message": "…" }\`; the HTTP status is the code divided by 1000. Whatever goes wrong
on the server's side is \`500000\`.`

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The token of `POST /adminwebservice/api/jwttoken/generate`, good for two hours.',
  },
  apiKey: {
    type: 'http',
    scheme: 'basic',
    description: "An agent's e-mail address and, as the password, one of their API keys.",
  },
  oauth2: {
    type: 'oauth2',
    description: 'The access token acts for the agent, with all their permissions; there are no scopes.',
    flows: {
      password: { tokenUrl: '/oauth/token', refreshUrl: '/oauth/token', scopes: {} },
      authorizationCode: {
        authorizationUrl: '/oauth/authorize',
        tokenUrl: '/oauth/token',
        refreshUrl: '/oauth/token',
        scopes: {},
      },
    },
  },
} as const

/** What the descriptions of operations name, collected on the way. */
interface Used {
  readonly schemas: Set<string>
  readonly responses: Map<string, Json>
}

/** The OpenAPI 3.1 document of these operations, as plain data. Everything in it comes from the contract. */
export function openApiDocument(operations: readonly AnyOperation[], version: string): Json {
  const used: Used = { schemas: new Set(), responses: new Map() }
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describeOperation(operation, used),
    }
  }
  const tags = new Set(operations.map(({ path }) => tagOf(path)))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley API',
      version,
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This installation' }],
    tags: Object.entries(TAGS)
      .filter(([name]) => tags.has(name as Tag))
      .map(([name, description]) => ({ name, description })),
    security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
    paths,
    components: {
      securitySchemes,
      responses: Object.fromEntries([...used.responses].sort(([a], [b]) => a.localeCompare(b))),
      schemas: { ...componentSchemas(used.schemas), Error: errorSchema },
    },
  }
}

function describeOperation(operation: AnyOperation, used: Used): Json {
  const { id, summary, access, path } = operation
  return {
    operationId: id,
    summary,
    tags: [tagOf(path)],
    description: `${effectOf(operation)}\n\n${accessText(access)}`,
    ...(access === 'public' ? { security: [] } : {}),
    parameters: [...parameters('path', operation, used.schemas), ...parameters('query', operation, used.schemas)],
    ...requestBody(operation, used.schemas),
    responses: {
      [operation.ok.status]: answer(operation, used.schemas),
      ...errorResponses(operation, used.responses),
    },
  }
}

function requestBody(operation: AnyOperation, schemas: Set<string>): Json {
  const { body } = operation
  if (!body) return {}
  const type = body.isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const content = { schema: cleanSchema(body.schema, schemas), example: exampleBody(operation) }
  return { requestBody: { required: true, content: { [type]: content } } }
}

const OUTCOMES = { 200: 'OK', 201: 'Created; the Location header says where', 204: 'Done' } as const

function answer(operation: AnyOperation, schemas: Set<string>): Json {
  const { status, schema } = operation.ok
  const description = OUTCOMES[status]
  if (!schema) return { description }
  const content = { 'application/json': { schema: cleanSchema(schema, schemas), example: exampleAnswer(operation) } }
  const location = { description: 'The path of the new object', schema: { type: 'string' } }
  return { description, ...(status === 201 ? { headers: { Location: location } } : {}), content }
}

function tagOf(path: string): Tag {
  if (/\/livechat\/reports\//i.test(path)) return 'Reports'
  return path.split('/').flatMap((part) => TAG_OF_PATH[part] ?? [])[0] ?? 'Console'
}

function accessText(access: Access): string {
  if (access === 'public') return 'Needs no sign-in.'
  if (access === 'agent') return 'Any signed-in agent may.'
  const { all, unlessOwn } = typeof access === 'string' ? { all: [access] } : access
  const names = all.map((name) => `**${name}**`).join(' and ')
  return `Needs the permission ${names}${unlessOwn ? ', unless it is about the calling agent' : ''}.`
}

function parameters(where: 'path' | 'query', operation: AnyOperation, used: Set<string>): Json[] {
  const fields = where === 'path' ? operation.params : operation.query
  const schemas = where === 'path' ? operation.paramsSchema : operation.querySchema
  return Object.keys(fields).map((name) => {
    const { description: _given, default: initial, ...schema } = schemas.properties[name] as Json
    const isWords = schema['x-reads'] === 'csv'
    const whole = Array.isArray(initial) || initial === undefined ? schema : { ...schema, default: initial }
    const isDeep = schema.type === 'array' && !isWords
    return {
      name,
      in: where,
      required: where === 'path' || fields[name].facts.isMandatory,
      description: parameterNote(operation, name),
      ...(isWords ? { style: 'form', explode: false } : {}),
      // name[0][property]=…, as qs and most languages' form libraries write it
      ...(isDeep ? { style: 'deepObject', explode: true } : {}),
      schema: cleanSchema(whole, used),
      ...(where === 'path' ? { example: examplePathId(operation, name) } : {}),
    }
  })
}
