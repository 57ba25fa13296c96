const WARM_UPS = 8
const ROUNDS = 40

/** A request for something, by somebody. */
export interface Ask {
  readonly token: string
  readonly path: string
}

/** Medians of two requests that take turns, in milliseconds, so that whatever else the machine does hits both. */
export async function compareTimes(
  url: string,
  asks: { readonly ours: Ask; readonly limit: Ask },
  rounds = ROUNDS,
): Promise<{ ours: number; limit: number }> {
  const times: { ours: number[]; limit: number[] } = { ours: [], limit: [] }
  for (let round = -Math.min(WARM_UPS, rounds); round < rounds; round++) {
    const limit = await timeOf(url, asks.limit)
    const ours = await timeOf(url, asks.ours)
    if (round < 0) continue
    times.limit.push(limit)
    times.ours.push(ours)
  }
  return { ours: median(times.ours), limit: median(times.limit) }
}

async function timeOf(url: string, { token, path }: Ask): Promise<number> {
  const start = performance.now()
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
  const body = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${body.slice(0, 200)}`)
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
