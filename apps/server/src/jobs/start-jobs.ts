import { type Runner, run, type TaskList } from 'graphile-worker'
import type { App } from '../context.ts'
import type { DomainEvent } from '../events/domain-events.ts'
import { jobHandlers, planSweep } from './job-handlers.ts'
import type { JobName, JobPayloads } from './job-payloads.ts'
import { addJob } from './job-queue.repo.ts'
import { workerLogger } from './worker-logger.ts'

const CONCURRENCY = 4
/** Between attempts to work again after the database was away. */
const RESTART_MS = 2_000

export interface RunningJobs {
  stop(): Promise<void>
}

/** Begins to work off jobs. Every process may: each job is claimed by one of them. */
export async function startJobs(app: App): Promise<RunningJobs> {
  const worker = new SupervisedWorker(app)
  await worker.start()
  await planSweep(app, 0)
  const unsubscribe = app.bus.subscribe((event) => redistributeAfter(app, event))
  return {
    async stop() {
      unsubscribe()
      await worker.stop()
    },
  }
}

/** Chats that wait may find an agent by other rules, or by other rights of an agent. */
function redistributeAfter(app: App, event: DomainEvent): void {
  if (event.type !== 'settings.changed' && event.type !== 'access.changed') return
  const { siteId } = event
  // every process hears of it; the key makes it one job
  addJob(app.database.db, 'redistribute', { siteId }, { key: `redistribute:${siteId}` }).catch((error: unknown) => {
    app.log.error({ err: error, siteId }, 'chats could not be distributed by the new rules')
  })
}

/** A worker that comes back when it gave up, as it does when the database stays away for long. */
class SupervisedWorker {
  readonly #app: App
  #runner: Runner | undefined
  #restart: ReturnType<typeof setTimeout> | undefined
  #isStopped = false

  constructor(app: App) {
    this.#app = app
  }

  async start(): Promise<void> {
    const { database, log } = this.#app
    const runner = await run({
      pgPool: database.pool,
      taskList: taskList(this.#app),
      parsedCronItems: [],
      concurrency: CONCURRENCY,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: workerLogger(log),
    })
    this.#runner = runner
    if (this.#isStopped) await runner.stop()
    runner.promise.then(
      () => this.#ended(),
      (error: unknown) => this.#ended(error),
    )
  }

  #ended(error?: unknown): void {
    this.#runner = undefined
    if (this.#isStopped) return
    this.#app.log.error({ err: error }, 'the job worker ended; it starts again')
    this.#restart = setTimeout(() => {
      this.start().catch((reason: unknown) => this.#ended(reason))
    }, RESTART_MS)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#restart)
    await this.#runner?.stop()
  }
}

function taskList(app: App): TaskList {
  const task = <N extends JobName>(name: N) => [
    name,
    (payload: unknown) => jobHandlers[name](app, payload as JobPayloads[N]),
  ]
  return Object.fromEntries((Object.keys(jobHandlers) as JobName[]).map(task)) as TaskList
}
