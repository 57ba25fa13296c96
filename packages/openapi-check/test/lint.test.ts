import { createConfig, lintFromString, type RuleConfig } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { documentPath, readDocument } from './document.ts'

/** Some seconds on a machine with nothing else to do. */
const TIMEOUT_MS = 120_000

/** On top of `recommended-strict`, in which everything is an error. */
const rules: Record<string, RuleConfig> = {
  'array-parameter-serialization': 'error',
  'component-name-unique': 'error',
  'no-unresolved-refs': 'error',
  'operation-description': 'error',
  'operation-singular-tag': 'error',
  'operation-tag-defined': 'error',
  'parameter-description': 'error',
  'path-params-defined': 'error',
  'spec-strict-refs': 'error',
  // Left as they are in `recommended-strict`, which is off:
  // paths-kebab-case, path-segment-plural, no-http-verbs-in-paths, boolean-parameter-prefixes: the compatible API's names.
  // operation-4xx-problem-details-rfc7807: its refusals are { code, message }.
  // request-mime-type, response-mime-type, response-contains-*: for rules of one's own about media types and headers.
  // scalar-property-missing-example: examples stand with bodies and answers as wholes, where they fit together.
  // required-string-property-missing-min-length: empty texts are values.
  // info-contact: whoever runs the installation is whom to ask.
  // path-http-verbs-order, tags-alphabetical: tags and paths come in the contract's order.
}

async function problemsOf(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'], rules })
  const problems = await lintFromString({ source, absoluteRef: documentPath, config })
  return problems.map(
    ({ ruleId, location, message }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message.split('\n')[0]}`,
  )
}

test(
  'the OpenAPI document has no error and no warning',
  async () => {
    expect(await problemsOf(readDocument())).toEqual([])
  },
  TIMEOUT_MS,
)

// biome-ignore lint/suspicious/noExplicitAny: the document is JSON
type Json = any

/** One fault for each rule that matters most. */
const faults: Record<string, (agents: Json, document: Json) => void> = {
  'no-invalid-media-type-examples': ({ post }) => {
    post.requestBody.content['application/json'].example.firstName = 7
  },
  'operation-operationId-unique': ({ post }) => {
    post.operationId = 'agents.list'
  },
  'no-unused-components': (_agents, document) => {
    document.components.schemas.Nobody = { type: 'object' }
  },
  'parameter-description': ({ get }) => {
    delete get.parameters[0].description
  },
  'security-defined': (_agents, document) => {
    document.security.push({ password: [] })
  },
  'operation-4xx-response': ({ get }) => {
    get.responses = { 200: { description: 'OK' } }
  },
  'tag-description': (_agents, document) => {
    delete document.tags[0].description
  },
}

test(
  'the linter finds what is wrong',
  async () => {
    const document = JSON.parse(readDocument())
    for (const change of Object.values(faults)) change(document.paths['/api/v3/globalSettings/agents'], document)
    const problems = await problemsOf(JSON.stringify(document))
    expect([...new Set(problems.map((problem) => problem.split(' ')[0]))].sort()).toEqual(Object.keys(faults).sort())
  },
  TIMEOUT_MS,
)
