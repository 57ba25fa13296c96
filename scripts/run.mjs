import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { node24, root } from './setup.mjs'

const SAME_SIGNAL_MS = 1_000
const PARENT_CHECK_MS = 500
const SHELLS = new Set(['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh'])

/**
 * Runs a script under Node 24 on our terminal and resolves with its exit code. The script never outlives this process.
 *
 * It runs in a session of its own: Ctrl-C reaches a whole terminal group and npm passes it on once more, and the script
 * must hear of it exactly once to drain in peace. An insistent second signal ends it at once.
 */
export function runNode24(args, { env = process.env } = {}) {
  const node = node24()
  const followParent = join(root, 'scripts/follow-parent.mjs')
  const child = spawn(node, ['--import', followParent, ...args], {
    cwd: root,
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...env, PARLEY_PARENT_FD: '3', PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` },
  })
  child.stdio[3].on('error', () => undefined)

  let forwardedAt
  const forward = (signal) => {
    if (forwardedAt !== undefined && performance.now() - forwardedAt < SAME_SIGNAL_MS) return
    child.kill(forwardedAt === undefined ? signal : 'SIGKILL')
    forwardedAt ??= performance.now()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => forward(signal))
  stopWithNpm(() => child.kill('SIGTERM'))

  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]))
  })
}

/** A killed npm tells nobody; its script sees it only by getting another parent. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = findNpm()
  const timer = setInterval(() => {
    if (findNpm() === npm) return
    clearInterval(timer)
    stop()
  }, PARENT_CHECK_MS)
  timer.unref()
}

/** npm is our parent, or the parent of the shell in between (a shell may replace itself by its last command, or not). */
function findNpm() {
  try {
    const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))
    return SHELLS.has(name) ? Number(parent) : process.ppid
  } catch {
    return process.ppid
  }
}
