import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { type Config, readConfig } from '../config.ts'
import { isSecureEnough } from './https-rule.ts'

const plain = readConfig({ PARLEY_SECRET_KEY: '5a'.repeat(32) })

/** Whether a request from another machine may be answered. */
function isAnswered(url: string, headers: Record<string, string> = {}, config: Config = plain): boolean {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: '203.0.113.7' })
  const request = new IncomingMessage(socket)
  return isSecureEnough(config, Object.assign(request, { url, headers }))
}

test.each([
  '/api/v3/globalSettings/agents',
  '/API/v3/globalSettings/agents?x=1',
  '/adminwebservice/api/jwttoken/generate',
  '/realtime/agent',
  '/sso/10000/jwt?jwt=x',
  // what the router takes for the same
  '/%61pi/v3/globalSettings/agents',
  'http://chat.example.com/api/v3/globalSettings/agents',
])('%s needs HTTPS from elsewhere', (url) => {
  expect(isAnswered(url)).toBe(false)
})

test.each(['/console', '/widget/loader.js', '/health/live', '/apiary', '/%zz'])('%s does not', (url) => {
  expect(isAnswered(url)).toBe(true)
})

test("a proxy's word counts when it is trusted", () => {
  const headers = { 'x-forwarded-proto': 'https' }
  expect(isAnswered('/api/v3/x', headers)).toBe(false)
  expect(isAnswered('/api/v3/x', headers, { ...plain, trustProxy: true })).toBe(true)
  expect(isAnswered('/api/v3/x', { 'x-forwarded-proto': 'http' }, { ...plain, trustProxy: true })).toBe(false)
})
