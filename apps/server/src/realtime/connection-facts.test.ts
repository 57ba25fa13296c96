import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { connectionFacts } from './connection-facts.ts'

const request = (forwarded: string) =>
  ({
    headers: { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '::ffff:10.0.0.1' },
  }) as unknown as IncomingMessage

test('only what the nearest proxy wrote counts, and only when proxies are trusted', () => {
  expect(connectionFacts(request('203.0.113.9, 198.51.100.7'), true).ip).toBe('198.51.100.7')
  expect(connectionFacts(request('203.0.113.9'), false).ip).toBe('10.0.0.1')
  expect(connectionFacts(request('nonsense'), true).ip).toBe('10.0.0.1')
})
