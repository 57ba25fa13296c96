import type pg from 'pg'

/** A message as the relay stores it. */
export interface StoredMessage {
  readonly chatId: string
  readonly seq: number
  readonly type: string
  readonly content: string
  readonly clientMessageId: string
  readonly sentTime: string
}

const INSERT = {
  name: 'insert',
  text: 'insert into relayed select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])',
}

/** Inserts whatever waits while one statement is in flight with the next one. */
export class GroupCommit {
  readonly #pool: pg.Pool
  #queue: { message: StoredMessage; resolve: () => void; reject: (error: unknown) => void }[] = []
  #isRunning = false

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async prepare(): Promise<void> {
    await this.#pool.query(`
      create table if not exists relayed (
        chat_id uuid, seq int, type text, content text, client_message_id text, sent_time timestamptz,
        primary key (chat_id, seq))`)
  }

  /** Resolves when the message is durable. */
  add(message: StoredMessage): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ message, resolve, reject })
      if (!this.#isRunning) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    await Promise.resolve()
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0)
      const rows = batch.map(({ message }) => message)
      const values = [
        rows.map((row) => row.chatId),
        rows.map((row) => row.seq),
        rows.map((row) => row.type),
        rows.map((row) => row.content),
        rows.map((row) => row.clientMessageId),
        rows.map((row) => row.sentTime),
      ]
      const failure = await this.#pool.query({ ...INSERT, values }).then(
        () => undefined,
        (error: unknown) => error,
      )
      for (const { resolve, reject } of batch) failure === undefined ? resolve() : reject(failure)
    }
    this.#isRunning = false
  }
}
