/**
 * Runs tasks in order where order matters: those of one lane one after the other, those of different lanes side by
 * side. A task without a lane waits for earlier ones of its kind, and whatever comes later waits for it.
 */
export class Lanes {
  #common: Promise<void> | undefined
  #lanes: Map<string, Promise<void>> | undefined

  /** The task must not reject. */
  run(lane: string | undefined, task: () => Promise<void>): void {
    if (lane === undefined) this.#runCommon(task)
    else this.#runIn(lane, task)
  }

  #runCommon(task: () => Promise<void>): void {
    const running = this.#common ? this.#common.then(task) : task()
    this.#common = running
    void running.then(() => {
      if (this.#common === running) this.#common = undefined
    })
  }

  #runIn(lane: string, task: () => Promise<void>): void {
    this.#lanes ??= new Map()
    const before = [this.#common, this.#lanes.get(lane)].filter((earlier) => earlier !== undefined)
    const running = before.length ? Promise.all(before).then(task) : task()
    this.#lanes.set(lane, running)
    void running.then(() => {
      if (this.#lanes?.get(lane) === running) this.#lanes.delete(lane)
    })
  }
}
