import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { NewerDatabaseError } from '../db/migrate.ts'
import { AppError } from '../lib/app-error.ts'
import { agentCommands } from './agents.ts'
import { siteCommands } from './sites.ts'
import { systemCommands } from './system.ts'
import { type Command, UsageError, withApp } from './with-app.ts'

const commands: Readonly<Record<string, Command>> = { ...siteCommands, ...agentCommands, ...systemCommands }

const usage = () =>
  [
    'Usage: npm run -s parley -- <command> [options] [--json]',
    '',
    ...Object.entries(commands).map(([name, { help }]) => `  ${name.padEnd(26)} ${help}`),
  ].join('\n')

async function main(args: readonly string[]): Promise<number> {
  const words = args.filter((arg) => !arg.startsWith('-')).slice(0, 2)
  const name = [words.join(' '), words[0] ?? ''].find((candidate) => candidate in commands)
  const command = name === undefined ? undefined : commands[name]
  if (!command || name === undefined) {
    console.error(usage())
    return args.length && !args.includes('--help') ? 2 : 0
  }
  const { values } = parseArgs({
    args: args.slice(name.split(' ').length),
    options: { ...command.options, json: { type: 'boolean' } },
    strict: true,
  })
  const result = await withApp((app) => command.run(app, values as Record<string, string>))
  console.log(values.json || command.isAlwaysJson ? JSON.stringify(result) : command.show(result))
  return 0
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const isOurs =
      error instanceof UsageError ||
      error instanceof AppError ||
      error instanceof ConfigError ||
      error instanceof NewerDatabaseError ||
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    console.error(isOurs ? (error as Error).message : error)
    process.exitCode = 1
  },
)
