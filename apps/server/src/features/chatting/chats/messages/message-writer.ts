import type { App } from '../../../../context.ts'
import { AppError } from '../../../../lib/app-error.ts'
import { type AppendedRow, appendMessages, type MessageRow } from './append-messages.query.ts'

interface Waiting {
  readonly row: MessageRow
  readonly resolve: (result: AppendedRow) => void
  readonly reject: (error: unknown) => void
}

const MAX_BATCH = 512
/** For how long, and how often, a batch is offered to a database that is not there. */
const PATIENCE_MS = 30_000
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1_000

/**
 * Stores messages in batches: whatever waits while one statement is in flight goes into the next, so that one message
 * alone waits for nothing, and many share a commit. One statement at a time keeps the order of every chat.
 */
export class MessageWriter {
  readonly #app: App
  readonly #pending = new Map<string, Promise<AppendedRow>>()
  #queue: Waiting[] = []
  #isRunning = false

  constructor(app: App) {
    this.#app = app
  }

  /** Resolves when the message is durable. `isFirst`: this call stored it, not an earlier one. */
  async write(row: MessageRow): Promise<{ result: AppendedRow; isFirst: boolean }> {
    const key = `${row.siteId} ${row.chatId} ${row.senderId} ${row.clientMessageId}`
    const pending = this.#pending.get(key)
    if (pending) return { result: await pending, isFirst: false }
    const mine = this.#enqueue(row)
    this.#pending.set(key, mine)
    try {
      const result = await mine
      return { result, isFirst: result.verdict === 'stored' }
    } finally {
      this.#pending.delete(key)
    }
  }

  #enqueue(row: MessageRow): Promise<AppendedRow> {
    const { promise, resolve, reject } = Promise.withResolvers<AppendedRow>()
    this.#queue.push({ row, resolve, reject })
    if (!this.#isRunning) void this.#run()
    return promise
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    // what comes in the same turn of the event loop shares the first statement as well
    await Promise.resolve()
    while (this.#queue.length) {
      const batch = this.#queue.splice(0, MAX_BATCH)
      const again = await this.#store(batch)
      this.#queue.unshift(...again)
    }
    this.#isRunning = false
  }

  /** Stores a batch and answers it; returns those that have to be asked again, in order. */
  async #store(batch: readonly Waiting[]): Promise<Waiting[]> {
    try {
      const results = await this.#append(batch.map((waiting) => waiting.row))
      return settle(batch, results)
    } catch (error) {
      if (batch.length === 1 || isDatabaseGone(error)) {
        for (const waiting of batch) waiting.reject(error)
        return []
      }
      return this.#storeSingly(batch)
    }
  }

  /** One of the batch cannot be stored; alone, it does not take the others with it. */
  async #storeSingly(batch: readonly Waiting[]): Promise<Waiting[]> {
    const again: Waiting[] = []
    for (const waiting of batch) {
      // behind one that has to be asked again, its chat waits too, or messages would change places
      const isHeldUp = again.some((earlier) => earlier.row.chatId === waiting.row.chatId)
      again.push(...(isHeldUp ? [waiting] : await this.#store([waiting])))
    }
    return again
  }

  /** Offers the batch again while the database is away: nothing is stored twice, because repeats are recognised. */
  async #append(rows: readonly MessageRow[]): Promise<AppendedRow[]> {
    let waited = 0
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const results = await appendMessages(this.#app.database.pool, rows)
        return waited ? results.map(asFirst) : results
      } catch (error) {
        if (!isDatabaseGone(error) || waited >= PATIENCE_MS) throw error
        this.#app.log.warn({ err: error, messages: rows.length }, 'messages wait for the database')
        await new Promise((resolve) => setTimeout(resolve, pause))
        waited += pause
      }
    }
  }
}

/** The attempt before may have stored it without our knowing; then nobody has announced it yet. */
function asFirst(row: AppendedRow): AppendedRow {
  return row.verdict === 'repeat' ? { ...row, verdict: 'stored' } : row
}

function settle(batch: readonly Waiting[], results: readonly AppendedRow[]): Waiting[] {
  const again: Waiting[] = []
  for (const [index, waiting] of batch.entries()) {
    const result = results[index]
    if (result?.verdict === 'moved') again.push(waiting)
    else if (result) waiting.resolve(result)
    else waiting.reject(new AppError('internal', 'The message was not stored.'))
  }
  return again
}

/** Connection failures: the server shuts down, starts up or cannot be reached, or a deadlock was broken. */
const GONE = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|40P01|40001)$/

function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return typeof code === 'string'
    ? GONE.test(code)
    : /connection terminated|client has encountered/i.test(error.message)
}

const writers = new WeakMap<App, MessageWriter>()

/** The process's one writer. */
export function messageWriterOf(app: App): MessageWriter {
  const writer = writers.get(app) ?? new MessageWriter(app)
  writers.set(app, writer)
  return writer
}
