import { type AnyOperation, type ErrorCode, errorCatalogue, statusOf } from '@parley/contract'
import { errorMessages } from '@parley/contract/documentation'
import type { Json } from './openapi-schemas.ts'

/** The body of every refusal. */
export const errorSchema: Json = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: {
      type: 'integer',
      description: 'The HTTP status and three digits that tell refusals with the same status apart',
      enum: Object.values(errorCatalogue).map(({ code }) => code),
    },
    message: { type: 'string', description: 'What is wrong, in English, for people' },
  },
}

/** The refusals of an operation by status, as references; what they refer to is added to `responses`. */
export function errorResponses(operation: AnyOperation, responses: Map<string, Json>): Json {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of [...codesOf(operation)].sort((a, b) => a - b)) {
    const status = statusOf(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const name = `Refused_${codes.join('_')}`
      responses.set(name, errorResponse(codes))
      return [status, { $ref: `#/components/responses/${name}` }]
    }),
  )
}

/** Everything that can go wrong before a handler runs, and what the operation itself declares. */
function codesOf({ access, body, params, query, path, errors }: AnyOperation): Set<ErrorCode> {
  const isGuarded = access !== 'public'
  const isCounted = isGuarded && path.startsWith('/api/v3/') && !path.startsWith('/api/v3/parley/')
  const hasParams = Object.keys(params).length > 0
  return new Set<ErrorCode>([
    403004,
    ...(body || hasParams || Object.keys(query).length ? ([400000] as const) : []),
    ...(isGuarded ? ([401000, 401002, 403000, 403002] as const) : []),
    ...(isCounted ? ([403001] as const) : []),
    ...(hasParams ? ([404000] as const) : []),
    ...(body ? ([413000, 415000] as const) : []),
    ...errors,
  ])
}

function errorResponse(codes: readonly ErrorCode[]): Json {
  const entries = Object.entries(errorCatalogue).filter(([, { code }]) => codes.includes(code))
  const examples = entries.map(([name, { code, when }]) => [
    name,
    { summary: when, value: { code, message: errorMessages[code] } },
  ])
  return {
    description: entries.map(([, { code, when }]) => `${code}: ${when}`).join('\n\n'),
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Error' },
        examples: Object.fromEntries(examples),
      },
    },
  }
}
