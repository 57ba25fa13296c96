import type { AckFrame, EventFrame } from '@parley/contract'
import type { AppError } from '../lib/app-error.ts'

/** What a client's frame turned out to be. */
export type Incoming =
  | { readonly kind: 'command'; readonly id: number; readonly command: string; readonly payload: unknown }
  | { readonly kind: 'keepAlive' }
  | { readonly kind: 'broken'; readonly id: number; readonly problem: string }

/** Stands in an acknowledgement for the id of a frame whose id could not be read. */
export const UNREADABLE_ID = -1
/** The text frame a client can see, sent with every heartbeat. */
export const HEARTBEAT_FRAME = '{}'

const MAX_NAME_LENGTH = 64

/** Reads a frame. Never throws: whatever a client sends is one of the three kinds. */
export function readFrame(data: Buffer, isBinary: boolean): Incoming {
  if (isBinary) return broken(UNREADABLE_ID, 'Frames must be text.')
  const frame = parse(data)
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) {
    return broken(UNREADABLE_ID, 'A frame must be a JSON object.')
  }
  const { id, command, payload } = frame as Record<string, unknown>
  if (id === undefined && command === undefined) return { kind: 'keepAlive' }
  if (!isId(id)) return broken(UNREADABLE_ID, "Parameter 'id' must be a whole number from 0.")
  if (typeof command !== 'string' || command === '') return broken(id, "Parameter 'command' is required.")
  if (command.length > MAX_NAME_LENGTH) return broken(id, 'There is no such command.')
  return { kind: 'command', id, command, payload: payload ?? {} }
}

function parse(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'))
  } catch {
    return undefined
  }
}

function isId(id: unknown): id is number {
  return Number.isSafeInteger(id) && (id as number) >= 0
}

function broken(id: number, problem: string): Incoming {
  return { kind: 'broken', id, problem }
}

/** The text of a successful acknowledgement. */
export function okFrame(id: number, result: unknown): string {
  return JSON.stringify({ id, ok: true, result } satisfies AckFrame)
}

/** The text of a refusal. */
export function refusalFrame(id: number, error: AppError): string {
  return JSON.stringify({ id, ok: false, ...error.body() } satisfies AckFrame)
}

/** The text of an event. */
export function eventFrame(event: string, payload: unknown): string {
  return JSON.stringify({ event, payload } satisfies EventFrame)
}
