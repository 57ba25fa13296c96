import { type ReactNode, useEffect } from 'react'
import { useGoTo } from '../ui/app-link.tsx'
import { setNoticeOpener } from './announcements.ts'
import { startRealtime } from './connection.ts'
import { writeSeen } from './seen-storage.ts'
import { linkStore, threadsStore } from './stores.ts'

/** Holds the agent's realtime connection for as long as somebody is signed in. */
export function RealtimeProvider({ agentId, children }: { readonly agentId: number; readonly children: ReactNode }) {
  const goTo = useGoTo()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another agent is another connection
  useEffect(() => startRealtime(), [agentId])

  useEffect(() => {
    let last = threadsStore.get().seen
    return threadsStore.subscribe(() => {
      const { seen } = threadsStore.get()
      const me = linkStore.get().agentId
      if (seen === last || !me) return
      last = seen
      writeSeen(me, seen)
    })
  }, [])

  useEffect(() => setNoticeOpener(goTo), [goTo])
  return children
}
