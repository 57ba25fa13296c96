import { useEffect, useState } from 'react'

const QUARTER_MS = 900_000

/** The current time, cut to a quarter of an hour: reports are kept in such steps, and their addresses stay stable. */
export function useQuarterHour(): number {
  const [now, setNow] = useState(() => Math.floor(Date.now() / QUARTER_MS) * QUARTER_MS)
  useEffect(() => {
    const timer = setTimeout(
      () => setNow(Math.floor(Date.now() / QUARTER_MS) * QUARTER_MS),
      now + QUARTER_MS - Date.now(),
    )
    return () => clearTimeout(timer)
  }, [now])
  return now
}
