import { entities, operations } from '@parley/contract'
import { exampleAnswer, exampleBody, hasEffect } from '@parley/contract/documentation'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { readerFor } from '../lib/input.ts'
import { openApiDocument } from './openapi.ts'

const withBody = operations.filter(({ body }) => body)
const withAnswer = operations.filter(({ ok }) => ok.schema)
const outputs = Object.fromEntries(Object.values(entities).map(({ name, output }) => [name, output as TSchema]))

describe('examples', () => {
  test.each(withBody)('$id: the body is what the server reads, in its own spelling', (operation) => {
    const example = exampleBody(operation)
    const reader = readerFor((operation.body as { schema: TSchema }).schema, {
      parameters: operation.body?.isForm === true,
    })
    expect(reader.read(example)).toEqual(example)
  })

  test.each(withAnswer)('$id: the answer is what the contract promises', (operation) => {
    const example = exampleAnswer(operation)
    const check = Compile(outputs, operation.ok.schema as never)
    expect(check.Errors(example)[1]).toEqual([])
  })

  test('say something of every text and number; what is new belongs into example-values.ts', () => {
    const unknown = new Set<string>()
    for (const operation of operations) {
      exampleBody(operation, unknown)
      exampleAnswer(operation, unknown)
    }
    expect([...unknown]).toEqual([])
  })
})

test('every operation that changes something says what it does; what is new belongs into effects-*.ts', () => {
  expect(operations.filter((operation) => !hasEffect(operation)).map(({ id }) => id)).toEqual([])
})

// biome-ignore lint/suspicious/noExplicitAny: the document is JSON
type Json = any

const document: Json = openApiDocument(operations, '0.0.0')
const described: Json[] = Object.values(document.paths).flatMap((methods) => Object.values(methods as object))

describe('the document', () => {
  test('has every operation', () => {
    expect(described.map(({ operationId }) => operationId).sort()).toEqual(operations.map(({ id }) => id).sort())
  })

  test('shows an example of every body, answer and refusal', () => {
    for (const { operationId, requestBody, responses } of described) {
      if (requestBody) expect(Object.values(requestBody.content)[0], operationId).toHaveProperty('example')
      const { content } = responses[200] ?? responses[201] ?? {}
      if (content) expect(content['application/json'], operationId).toHaveProperty('example')
    }
    for (const [name, { content }] of Object.entries<Record<string, Json>>(document.components.responses)) {
      const values = Object.values(content?.['application/json']?.examples ?? {}) as { value: { code: number } }[]
      expect(`Refused_${values.map(({ value }) => value.code).join('_')}`).toBe(name)
    }
  })

  test('shows the same ids in paths and answers', () => {
    for (const { operationId, parameters, responses } of described) {
      const id = parameters.find((one: Json) => one.in === 'path' && one.name === 'id')
      const shown = (responses[200] ?? responses[201])?.content['application/json'].example
      if (id && /^\w+\.get$/.test(operationId)) expect([operationId, id.example]).toEqual([operationId, shown.id])
    }
  })

  test('says which refusals of sign-in and limits can come', () => {
    const list = described.find(({ operationId }) => operationId === 'agents.list')
    expect(list.responses[401]).toEqual({ $ref: '#/components/responses/Refused_401000_401002' })
    expect(list.responses[403].$ref).toContain('403001')
    const installation = described.find(({ operationId }) => operationId === 'parley.installation')
    expect(Object.keys(installation.responses)).toEqual(['200', '403'])
  })

  test('describes all three ways to sign in', () => {
    expect(document.security).toEqual([{ bearer: [] }, { apiKey: [] }, { oauth2: [] }])
    expect(document.components.securitySchemes.oauth2.flows.authorizationCode.authorizationUrl).toBe('/oauth/authorize')
  })
})
