import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChatCommand, type ChatState, decide } from './chat-state.ts'

const agent = fc.integer({ min: 1, max: 4 })
const party = fc.constantFrom('visitor' as const, 'agent' as const, 'system' as const)
const command: fc.Arbitrary<ChatCommand> = fc.oneof(
  fc.record({ type: fc.constant('request' as const) }),
  fc.record({ type: fc.constant('offer' as const), agentIds: fc.array(agent, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('allocate' as const), agentId: agent }),
  fc.record({ type: fc.constant('accept' as const), agentId: agent, isFromQueueAllowed: fc.boolean() }),
  fc.record({ type: fc.constant('refuse' as const), agentId: agent, canAnybodyElse: fc.boolean() }),
  fc.record({ type: fc.constant('expireOffer' as const), agentId: agent }),
  fc.record({ type: fc.constant('withdrawOffer' as const), agentId: agent }),
  fc.record({ type: fc.constant('transferToAgent' as const), agentId: agent }),
  fc.record({ type: fc.constant('transferToDepartment' as const) }),
  fc.record({ type: fc.constant('release' as const) }),
  fc.record({ type: fc.constant('end' as const), by: party }),
  fc.record({
    type: fc.constant('abandon' as const),
    how: fc.constantFrom('abandoned' as const, 'switched' as const),
    by: party,
  }),
)

interface Step {
  readonly before: ChatState | null
  readonly command: ChatCommand
  readonly after: ChatState | null
  readonly isRefused: boolean
}

/** Plays commands on a chat, one second apart; refused ones leave it as it is. */
function play(commands: readonly ChatCommand[]): Step[] {
  let chat: ChatState | null = null
  return commands.map((command, index) => {
    const before: ChatState | null = chat
    const decision = decide(before, command, new Date(index * 1000))
    if (decision.ok) chat = decision.chat
    return { before, command, after: chat, isRefused: !decision.ok }
  })
}

const life = fc.array(command, { maxLength: 30 }).map((commands): ChatCommand[] => [{ type: 'request' }, ...commands])
const everyStep = (check: (step: Step) => void) =>
  fc.assert(fc.property(life, (commands) => play(commands).forEach(check)))

const ALLOWED: Record<ChatState['state'], ChatState['state'][]> = {
  waiting: ['waiting', 'offered', 'active', 'ended'],
  offered: ['offered', 'waiting', 'active', 'ended'],
  active: ['active', 'waiting', 'ended'],
  ended: ['ended'],
}

describe('whatever happens to a chat', () => {
  test('it only takes the transitions there are', () => {
    everyStep(({ before, after }) => {
      if (before && after) expect(ALLOWED[before.state]).toContain(after.state)
    })
  })

  test('ended is final: every further command is refused', () => {
    everyStep(({ before, after, isRefused }) => {
      if (before?.state !== 'ended') return
      expect(isRefused).toBe(true)
      expect(after).toBe(before)
    })
  })

  test('its status is normal exactly when somebody answered', () => {
    fc.assert(
      fc.property(life, (commands) => {
        const steps = play(commands)
        const end = steps.at(-1)?.after
        if (end?.state !== 'ended') return
        const wasAnswered = steps.some(({ after }) => after?.state === 'active')
        expect(end.status === 'normal').toBe(wasAnswered)
      }),
    )
  })

  test('the time of the first answer never changes', () => {
    everyStep(({ before, after }) => {
      if (!before || !('answeredTime' in before) || !before.answeredTime) return
      expect(after && 'answeredTime' in after && after.answeredTime).toEqual(before.answeredTime)
    })
  })

  test('an offered chat is offered to somebody, to nobody twice', () => {
    everyStep(({ after }) => {
      if (after?.state !== 'offered') return
      expect(after.offeredTo.length).toBeGreaterThan(0)
      expect(new Set(after.offeredTo).size).toBe(after.offeredTo.length)
    })
  })

  test('nobody accepts what was not offered, unless the queue is open to them', () => {
    everyStep(({ before, command, isRefused }) => {
      if (command.type !== 'accept' || isRefused || command.isFromQueueAllowed) return
      expect(before?.state === 'offered' && before.offeredTo.includes(command.agentId)).toBe(true)
    })
  })

  test('an agent who has a chat keeps it until a transfer, a release or the end', () => {
    everyStep(({ before, command, after }) => {
      if (before?.state !== 'active' || after === before) return
      expect(['transferToAgent', 'transferToDepartment', 'release', 'end']).toContain(command.type)
    })
  })
})

describe('a chat nobody answered', () => {
  const now = new Date(0)
  const offered: ChatState = { state: 'offered', offeredTo: [1], answeredTime: null }

  test('is refused when the last agent refuses it', () => {
    const decision = decide(offered, { type: 'refuse', agentId: 1, canAnybodyElse: false }, now)
    expect(decision).toMatchObject({ ok: true, chat: { state: 'ended', status: 'refused', endedBy: 'agent' } })
  })

  test('goes back to the queue when somebody else may still take it', () => {
    const decision = decide(offered, { type: 'refuse', agentId: 1, canAnybodyElse: true }, now)
    expect(decision).toMatchObject({ ok: true, chat: { state: 'waiting' } })
  })

  test('is missed when the visitor leaves or writes a message instead', () => {
    for (const how of ['abandoned', 'switched'] as const) {
      const decision = decide(offered, { type: 'abandon', how, by: 'visitor' }, now)
      expect(decision).toMatchObject({ ok: true, chat: { state: 'ended', status: 'missed', missedBy: how } })
    }
  })
})

test('an answered chat that is refused after a transfer waits; it is not lost', () => {
  const chat: ChatState = { state: 'offered', offeredTo: [2], answeredTime: new Date(0) }
  const decision = decide(chat, { type: 'refuse', agentId: 2, canAnybodyElse: false }, new Date(1))
  expect(decision).toEqual({ ok: true, chat: { state: 'waiting', answeredTime: new Date(0) } })
})
