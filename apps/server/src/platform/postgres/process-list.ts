import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** A running process and its command line, the arguments joined by spaces. */
export interface RunningProcess {
  readonly pid: number
  readonly command: string
}

/** Lists what runs, without zombies; command lines are readable for every user, unlike a process's directory. */
export function listProcesses(): RunningProcess[] {
  if (process.platform !== 'linux') return listWithPs()
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: readCommandLine(name) }))
    .filter(({ command }) => command !== '')
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function listWithPs(): RunningProcess[] {
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,stat=,command='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, command] = /^\s*(\d+)\s+[^Z\s]\S*\s+(.*)$/.exec(line) ?? []
    return pid && command ? [{ pid: Number(pid), command: `${command} ` }] : []
  })
}
