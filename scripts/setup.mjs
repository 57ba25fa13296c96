// What every command needs before it can run: dependencies, Node 24, built front ends. Runs on any Node >= 20, without dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** The repository's root directory. */
export const root = resolve(import.meta.dirname, '..')

const FRONT_ENDS = ['console', 'widget']
const VITE_CONFIGS = ['vite.config.ts', 'vite.loader.config.ts']
const SHARED_SOURCES = ['packages/client', 'packages/contract', 'package-lock.json', 'tsconfig.base.json']
const NOT_SOURCES = new Set(['node_modules', 'dist', '.types', '.types-test'])

/** Ends the command with a message instead of a stack. */
export function fail(message) {
  console.error(message)
  process.exit(1)
}

/** Runs `npm ci` unless what is installed is what the lock file asks for. */
export function ensureModules() {
  if (isInstalled()) return
  console.error('Installing dependencies (about a minute) …')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const command = npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm']
  const { status, error, stdout, stderr } = spawnSync(command[0], [...command.slice(1), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  if (status !== 0) fail(`${stdout ?? ''}${stderr ?? ''}\nnpm ci failed: ${error?.message ?? `exit code ${status}`}`)
}

/**
 * Compares the lock file with the one npm leaves in node_modules at the end of an installation. That notices a pulled
 * change and an installation cut short, and lets `npm install <package>` stand.
 */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json')
  const wanted = readPackages('package-lock.json')
  if (!installed || !wanted) return false
  const differs = ([path, entry]) =>
    path.includes('node_modules/') &&
    (installed[path] ? installed[path].version !== entry.version : !entry.optional && !entry.peer)
  return !Object.entries(wanted).some(differs) && Object.keys(installed).every((path) => wanted[path])
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Path of a Node that runs TypeScript: the one npm installed, or the running one if it is new enough. */
export function node24() {
  const bundled = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(bundled)) return bundled
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return fail(`No Node 24 is bundled for ${process.platform}-${process.arch}: install Node 24 or newer and try again.`)
}

/** Builds the front ends whose sources have changed since their last build. */
export async function ensureBuilds() {
  const shared = SHARED_SOURCES.flatMap((path) => listFiles(join(root, path)))
  const outdated = FRONT_ENDS.flatMap((name) => {
    const directory = join(root, 'apps', name)
    const configs = VITE_CONFIGS.filter((config) => existsSync(join(directory, config)))
    const stamp = { file: join(directory, 'dist/.sources'), hash: hashFiles([...listFiles(directory), ...shared]) }
    return configs.length === 0 || readStamp(stamp.file) === stamp.hash ? [] : [{ name, directory, configs, stamp }]
  })
  if (outdated.length === 0) return
  console.error(`Building ${outdated.map(({ name }) => `the ${name}`).join(' and ')} …`)
  await Promise.all(outdated.map(build))
}

async function build({ name, directory, configs, stamp }) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  for (const config of configs) {
    const args = [vite, 'build', '--config', config, '--logLevel', 'warn']
    const { code, output } = await capture(node24(), args, { cwd: directory, env: production() })
    if (code !== 0) fail(`${output}\nBuilding the ${name} (${config}) failed.`)
  }
  compressFiles(join(directory, 'dist'))
  // Inside dist, because Vite empties it first: a build cut short leaves no stamp.
  writeFileSync(stamp.file, stamp.hash)
}

/** Leaves compressed copies beside what browsers load, for the server to send as they are. */
function compressFiles(directory) {
  for (const file of listFiles(directory)) {
    if (!/\.(js|css|svg|html)$/.test(file) || statSync(file).size < 1024) continue
    const text = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(text))
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
  }
}

function production() {
  return { ...process.env, NODE_ENV: 'production' }
}

/** Runs a program to its end and collects what it prints. */
export function capture(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.once('error', (error) => done({ code: 1, output: error.message }))
    child.once('close', (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}

function listFiles(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return existsSync(path) ? [path] : []
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCES.has(name) && !name.includes('.test.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)]))
}

function hashFiles(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
