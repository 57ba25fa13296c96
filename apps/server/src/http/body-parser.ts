import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { parse } from 'qs'
import { AppError } from '../lib/app-error.ts'

export const MAX_BODY_BYTES = 2 * 1024 * 1024

/** JSON (an empty body is none) and form-urlencoded. Anything else is refused with 415. */
export async function readBodies(server: FastifyInstance): Promise<void> {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(/^application\/(json|[\w.-]+\+json)/, { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  await server.register(formbody, {
    parser: (text) => parse(text, { depth: 2, parameterLimit: 200 }) as Record<string, unknown>,
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined
  let text: string
  try {
    text = utf8.decode(body)
  } catch (cause) {
    throw new AppError('invalid_parameter', 'The body is not valid UTF-8.', { cause })
  }
  try {
    return text.trim() === '' ? undefined : JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid_parameter', 'The body is not valid JSON.', { cause })
  }
}
