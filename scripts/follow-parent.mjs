// Loaded before the script that run.mjs starts: when that process is gone, however it died, the script is asked to stop.
import { Socket } from 'node:net'

const STOP_WITHIN_MS = 10_000
const descriptor = process.env.PARLEY_PARENT_FD
// Not for the script's own children, which inherit the environment but not the descriptor.
delete process.env.PARLEY_PARENT_FD

if (descriptor !== undefined) {
  const parent = new Socket({ fd: Number(descriptor), readable: true, writable: false })
  parent.on('error', () => undefined)
  parent.on('close', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), STOP_WITHIN_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  parent.resume()
  parent.unref()
}
