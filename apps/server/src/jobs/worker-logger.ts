import { Logger } from 'graphile-worker'
import type { Logger as Log } from 'pino'

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** Hands what the worker has to say to the process's own log. */
export function workerLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    log[LEVELS[level]]({ ...scope, ...meta }, message)
  })
}
