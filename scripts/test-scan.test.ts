import { describe, expect, test } from 'vitest'
import { operations } from '../packages/contract/src/index.ts'
import { calledIn } from './test-scan.ts'

describe('a test calls an operation', () => {
  test.each([
    ['by its id', "await admin.api.call('agents.list')", 'agents.list'],
    ['through the registry', 'await admin.send(api.chatWindow.update, { params })', 'chatWindow.update'],
    ['through a part of the registry', 'const fields = api.bans\nawait send(fields.get)', 'bans.get'],
    ['by its path', 'await fetch(`\x24{server.url}/oauth/token`, { method })', 'auth.oauthToken'],
    ['by a path with ids', 'fetch(`\x24{url}/api/v3/globalSettings/agents/\x24{id}:unlock`, post)', 'agents.unlock'],
  ])('%s', (_how, text, id) => {
    expect([...calledIn(text, operations)]).toEqual([id])
  })

  test.each([
    ['a word that only looks like an id', "expect(key).toBe('agents.nothing')"],
    ['a path that is compared, not asked for', 'expect(location).toBe(`/api/v3/livechat/bans/\x24{ban.id}:x`)'],
    ['a path with two methods and no word on which', 'fetch(`\x24{url}/api/v3/livechat/bans`)'],
  ])('but not by %s', (_how, text) => {
    expect([...calledIn(text, operations)]).toEqual([])
  })
})
