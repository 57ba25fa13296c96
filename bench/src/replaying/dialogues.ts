import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** One side of a conversation. */
export type Side = 'visitor' | 'agent'
/** Who says what. */
export type Turn = readonly [who: Side, text: string]

/** A conversation that once took place. */
export interface Dialogue {
  readonly id: string
  readonly turns: readonly Turn[]
}

/** Reads the first `count` dialogues of a file with one JSON object a line, gzipped or not. */
export function readDialogues(path: string, count: number): Dialogue[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(0, count).map((line, index) => readDialogue(line, index + 1))
}

function readDialogue(line: string, number: number): Dialogue {
  const { id, turns } = JSON.parse(line) as { id?: unknown; turns?: unknown }
  if (typeof id !== 'string' || !Array.isArray(turns) || !turns.every(isTurn)) {
    throw new Error(`Line ${number} is no dialogue {"id": "…", "turns": [["visitor", "…"], ["agent", "…"]]}`)
  }
  return { id, turns }
}

function isTurn(value: unknown): value is Turn {
  return Array.isArray(value) && (value[0] === 'visitor' || value[0] === 'agent') && typeof value[1] === 'string'
}
