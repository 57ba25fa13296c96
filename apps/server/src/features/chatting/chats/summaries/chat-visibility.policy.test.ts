import { describe, expect, test } from 'vitest'
import { type ChatScope, canSeeChat, type VisibleChat } from './chat-visibility.policy.ts'

const nothing = { ofAll: false, ofDepartments: false }
const scope: ChatScope = {
  agentId: 1,
  departmentIds: new Set(['sales']),
  canAccept: false,
  running: nothing,
  ended: nothing,
}
const chat = (facts: Partial<VisibleChat>): VisibleChat => ({
  state: 'active',
  departmentId: null,
  targetAgentId: null,
  agentId: 2,
  agentIds: [2],
  offeredTo: [],
  ...facts,
})

describe('an agent without any permission', () => {
  test('sees the chats it is in or is asked to take', () => {
    expect(canSeeChat(scope, chat({ agentId: 1 }))).toBe(true)
    expect(canSeeChat(scope, chat({ agentIds: [2, 1] }))).toBe(true)
    expect(canSeeChat(scope, chat({ state: 'offered', offeredTo: [1] }))).toBe(true)
  })

  test('sees nothing else', () => {
    for (const state of ['waiting', 'offered', 'active', 'ended'] as const) {
      expect(canSeeChat(scope, chat({ state, departmentId: 'sales' }))).toBe(false)
    }
  })
})

test('who may accept chats sees what waits for the site or for the own departments', () => {
  const accepting = { ...scope, canAccept: true }
  expect(canSeeChat(accepting, chat({ state: 'waiting' }))).toBe(true)
  expect(canSeeChat(accepting, chat({ state: 'waiting', departmentId: 'sales' }))).toBe(true)
  expect(canSeeChat(accepting, chat({ state: 'waiting', departmentId: 'billing' }))).toBe(false)
  expect(canSeeChat(accepting, chat({ state: 'active' }))).toBe(false)
})

test('looking at running chats and at history are different permissions', () => {
  const live = { ...scope, running: { ofAll: true, ofDepartments: false } }
  const history = { ...scope, ended: { ofAll: false, ofDepartments: true } }
  expect(canSeeChat(live, chat({ state: 'active' }))).toBe(true)
  expect(canSeeChat(live, chat({ state: 'ended' }))).toBe(false)
  expect(canSeeChat(history, chat({ state: 'ended', departmentId: 'sales' }))).toBe(true)
  expect(canSeeChat(history, chat({ state: 'ended', departmentId: 'billing' }))).toBe(false)
})
