import type { Duplex } from 'node:stream'
import { AppError } from '../lib/app-error.ts'

/** Why an upgrade is refused. */
export type UpgradeRefusal = 'not_found' | 'https_required' | 'closing'

const answers: Readonly<Record<UpgradeRefusal, string>> = {
  not_found: answer('404 Not Found', new AppError('not_found', 'There is no such path.')),
  https_required: answer('403 Forbidden', new AppError('https_required', 'HTTPS is required.')),
  closing: answer('503 Service Unavailable', undefined, 'Retry-After: 2\r\n'),
}

/** Answers an upgrade that is not wanted with the error body of the REST API, and hangs up. */
export function refuseUpgrade(socket: Duplex, why: UpgradeRefusal): void {
  socket.end(answers[why], () => socket.destroy())
}

function answer(status: string, error: AppError | undefined, headers = ''): string {
  const body = error ? JSON.stringify(error.body()) : ''
  const type = body ? 'Content-Type: application/json; charset=utf-8\r\n' : ''
  return `HTTP/1.1 ${status}\r\n${headers}${type}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
}
