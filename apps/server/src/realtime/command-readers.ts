import {
  type AgentCommands,
  agentCommands,
  type Fields,
  parameterSchema,
  type VisitorCommands,
  visitorCommands,
} from '@parley/contract'
import { AppError } from '../lib/app-error.ts'
import { type Reader, readerFor } from '../lib/input.ts'

/** A command with its payload checked. */
export type ReadCommand<C> = { [K in keyof C]: { readonly command: K; readonly payload: C[K] } }[keyof C]

/** Reads a visitor's command by the contract. */
export const readVisitorCommand = commandReader<VisitorCommands>(visitorCommands)
/** Reads an agent's command by the contract. */
export const readAgentCommand = commandReader<AgentCommands>(agentCommands)

function commandReader<C>(commands: Readonly<Record<string, Fields>>) {
  const readers = new Map<string, Reader>()
  return (command: string, payload: unknown): ReadCommand<C> => {
    const fields = Object.hasOwn(commands, command) ? commands[command] : undefined
    if (!fields) throw new AppError('not_found', `There is no command '${command}'.`)
    const reader = readers.get(command) ?? readerFor(parameterSchema(fields), { whole: 'payload' })
    readers.set(command, reader)
    return { command, payload: reader.read(withoutNulls(payload)) } as ReadCommand<C>
  }
}

/** A value that is null is one that was not given. */
function withoutNulls(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null))
}
