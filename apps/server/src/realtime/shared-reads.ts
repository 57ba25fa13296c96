/** Lets everybody who asks the same while the answer is being read have that answer. Nothing is kept afterwards. */
export class SharedReads<K extends readonly (string | number)[], T> {
  readonly #read: (...key: K) => Promise<T>
  readonly #running = new Map<string, Promise<T>>()

  constructor(read: (...key: K) => Promise<T>) {
    this.#read = read
  }

  get(...key: K): Promise<T> {
    const name = key.join(' ')
    const running = this.#running.get(name)
    if (running) return running
    const reading = this.#read(...key).finally(() => this.#running.delete(name))
    this.#running.set(name, reading)
    return reading
  }
}
