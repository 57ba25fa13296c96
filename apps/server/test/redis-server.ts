import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

const binary = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0)

/** Whether this machine has a server of the Redis protocol; tests that need one are skipped otherwise. */
export const hasRedis = binary !== undefined

/** A Redis of the test's own. */
export interface RedisServer {
  readonly url: string
  start(): Promise<void>
  stop(): Promise<void>
}

/** Starts a Redis that keeps nothing; it can be stopped and started again under the same address. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort()
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  let stopRunning = async () => {}
  async function start(): Promise<void> {
    const process = spawn(binary as string, settings, { stdio: ['ignore', 'pipe', 'inherit'] })
    stopRunning = async () => {
      const gone = once(process, 'exit')
      process.kill()
      await gone
    }
    for await (const line of process.stdout) if (/ready to accept/i.test(String(line))) return
  }
  await start()
  return { url: `redis://127.0.0.1:${port}`, start, stop: () => stopRunning() }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
