import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Every setting of the server. The README's table says what each means. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  readonly publicUrl: string | undefined
  readonly tls: { readonly cert: string; readonly key: string } | undefined
  readonly trustProxy: boolean
  readonly allowHttp: boolean
  /** webhooks may call machines of the inner network */
  readonly allowPrivateTargets: boolean
  readonly adminEmail: string
  readonly adminPassword: string | undefined
  readonly isDemo: boolean
  /** API requests a site may make on one UTC day; 0: as many as it likes */
  readonly dailyRequestLimit: number
  /** 32 bytes; encrypts secrets at rest and derives keys that processes share */
  readonly secretKey: Buffer
  readonly logLevel: string
}

/** All faults of the settings at once, so that nobody has to start ten times. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`Parley cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads and checks the environment. Throws ConfigError that lists every fault. */
export function readConfig(env: Env): Config {
  const faults: string[] = []
  const fault = (text: string) => void faults.push(text)
  const dataDir = resolve(env.PARLEY_DATA_DIR || './data')
  const config = {
    host: env.HOST || '127.0.0.1',
    port: whole(env, 'PORT', 4000, 65_535, fault),
    dataDir,
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], fault),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:'], fault),
    publicUrl: url(env, 'PARLEY_PUBLIC_URL', ['http:', 'https:'], fault)?.replace(/\/+$/, ''),
    tls: tls(env, fault),
    trustProxy: flag(env, 'PARLEY_TRUST_PROXY', false, fault),
    allowHttp: flag(env, 'PARLEY_ALLOW_HTTP', false, fault),
    allowPrivateTargets: flag(env, 'PARLEY_ALLOW_PRIVATE_TARGETS', false, fault),
    adminEmail: env.PARLEY_ADMIN_EMAIL || 'admin@example.com',
    adminPassword: password(env, fault),
    isDemo: flag(env, 'PARLEY_DEMO', true, fault),
    dailyRequestLimit: whole(env, 'PARLEY_DAILY_REQUEST_LIMIT', 0, 1_000_000_000, fault),
    logLevel: env.PARLEY_LOG_LEVEL || 'info',
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(config.adminEmail)) fault('PARLEY_ADMIN_EMAIL must be an e-mail address')
  if (!['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(config.logLevel)) {
    fault('PARLEY_LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent')
  }
  const secretKey = readSecret(env, dataDir, fault)
  if (faults.length) throw new ConfigError(faults)
  return { ...config, secretKey: secretKey ?? keptSecret(dataDir) }
}

function whole(env: Env, name: string, initial: number, max: number, fault: (text: string) => void): number {
  const text = env[name]
  if (text === undefined || text === '') return initial
  if (/^\d+$/.test(text) && Number(text) <= max) return Number(text)
  fault(`${name} must be a whole number from 0 to ${max}, not '${text}'`)
  return initial
}

function flag(env: Env, name: string, initial: boolean, fault: (text: string) => void): boolean {
  const text = env[name]?.toLowerCase()
  if (text === undefined || text === '') return initial
  if (['1', 'true', 'yes', 'on'].includes(text)) return true
  if (['0', 'false', 'no', 'off'].includes(text)) return false
  fault(`${name} must be 1 or 0, not '${env[name]}'`)
  return initial
}

function url(env: Env, name: string, schemes: readonly string[], fault: (text: string) => void): string | undefined {
  const text = env[name]
  if (!text) return undefined
  // a database behind a socket is addressed without a host: postgresql://user@/name?host=/run/postgresql
  const parsed = URL.parse(text.replace('@/', '@localhost/'))
  if (parsed && schemes.includes(parsed.protocol)) return text
  fault(`${name} must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`)
  return undefined
}

function tls(env: Env, fault: (text: string) => void): Config['tls'] {
  const { PARLEY_TLS_CERT: cert, PARLEY_TLS_KEY: key } = env
  if (!cert && !key) return undefined
  if (!cert || !key) {
    fault('PARLEY_TLS_CERT and PARLEY_TLS_KEY are needed together')
    return undefined
  }
  for (const [name, file] of Object.entries({ PARLEY_TLS_CERT: cert, PARLEY_TLS_KEY: key })) {
    if (!existsSync(file)) fault(`${name}: there is no file ${file}`)
  }
  return { cert, key }
}

function password(env: Env, fault: (text: string) => void): string | undefined {
  const text = env.PARLEY_ADMIN_PASSWORD
  if (text !== undefined && text !== '' && text.length < 8)
    fault('PARLEY_ADMIN_PASSWORD must have at least 8 characters')
  return text || undefined
}

function readSecret(env: Env, dataDir: string, fault: (text: string) => void): Buffer | undefined {
  const text = env.PARLEY_SECRET_KEY
  if (text) {
    const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64')
    if (key.length === 32) return key
    fault('PARLEY_SECRET_KEY must be 32 bytes as 64 hexadecimal digits or as base64')
  } else if (env.DATABASE_URL && !existsSync(secretFile(dataDir))) {
    fault('PARLEY_SECRET_KEY is needed with DATABASE_URL; make one with: openssl rand -hex 32')
  }
  return undefined
}

const secretFile = (dataDir: string) => join(dataDir, 'secret.key')

/** The key of an installation that keeps its data itself: made once, readable by the owner only. */
function keptSecret(dataDir: string): Buffer {
  const file = secretFile(dataDir)
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  mkdirSync(dataDir, { recursive: true })
  const key = randomBytes(32)
  writeFileSync(file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
