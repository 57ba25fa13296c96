/** A value that changes part by part. */
export interface Store<T> {
  get(): T
  set(change: Partial<T>): void
}

/** Makes a store; `changed` is called once for all changes of one turn. */
export function createStore<T extends object>(initial: T, changed: () => void): Store<T> {
  let value = initial
  let isTold = true
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change }
      if (isTold) {
        queueMicrotask(() => {
          isTold = true
          changed()
        })
      }
      isTold = false
    },
  }
}
