/** More often than this nobody is overtaken by the same visitor's other tabs. */
const ATTEMPTS = 20

/** Repeats a statement that was overtaken until it was not. */
export async function askAgain<T>(statement: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = await statement()
    if (result !== undefined) return result
  }
  throw new Error('a visitor is changed too often to be recorded')
}
