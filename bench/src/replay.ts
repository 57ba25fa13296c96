// npm run replay -- --dialogues <file>: plays real conversations and holds every transcript against what was said.
import { parseArgs } from 'node:util'
import { Conversations } from './replaying/conversation.ts'
import { readDialogues } from './replaying/dialogues.ts'
import { playDialogue, type Stage } from './replaying/play.ts'
import { printReport, type Report } from './replaying/report.ts'
import { verify } from './replaying/verify.ts'
import { atOnce } from './shared/at-once.ts'
import { Latencies } from './shared/latencies.ts'
import { type OwnServer, startOwnServer, type Target } from './shared/own-server.ts'
import { adminApi, firstCampaign, hireAgents } from './shared/staff.ts'

/** A new site gives every agent at most so many chats at once. */
const CHATS_PER_AGENT = 3

const USAGE = `Usage: npm run replay -- --dialogues <file.ndjson[.gz]> [--count 200] [--concurrency 50] [--json]
  against a Parley that runs: --url <base url> [--site 10000] --email <admin> --password <password>
  (the site's agents must accept ${CHATS_PER_AGENT} chats each, and nobody else should be Online)`

interface Options {
  readonly dialogues: string
  readonly count: number
  readonly concurrency: number
  readonly isJson: boolean
  readonly target: Target | undefined
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      dialogues: { type: 'string' },
      count: { type: 'string', default: '200' },
      concurrency: { type: 'string', default: '50' },
      url: { type: 'string' },
      site: { type: 'string', default: '10000' },
      email: { type: 'string' },
      password: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { dialogues, url, email, password } = values
  const [count, concurrency, siteId] = [values.count, values.concurrency, values.site].map(Number)
  if (!dialogues || !count || !concurrency || !siteId || (url && !(email && password))) throw new Error(USAGE)
  const target = url && email && password ? { url, siteId, email, password } : undefined
  return { dialogues, count, concurrency, isJson: values.json, target }
}

async function replay(target: Target, { dialogues: path, count, concurrency }: Options): Promise<Report> {
  const dialogues = readDialogues(path, count)
  const api = adminApi(target)
  const stage: Stage = {
    target,
    campaignId: await firstCampaign(api),
    conversations: new Conversations(),
    toAcknowledgement: new Latencies(),
    toOtherSide: new Latencies(),
  }
  const staff = await hireAgents(target, api, Math.ceil(concurrency / CHATS_PER_AGENT))
  try {
    for (const agent of staff.agents) stage.conversations.follow(agent)
    const start = performance.now()
    const played = await atOnce(dialogues, concurrency, (dialogue, index) => playDialogue(stage, dialogue, index))
    const seconds = (performance.now() - start) / 1000
    return { played, seconds, agents: staff.agents.length, verdict: await verify(api, played), stage }
  } finally {
    await staff.dismiss()
  }
}

async function main(): Promise<number> {
  const options = readOptions()
  const own: OwnServer | undefined = options.target ? undefined : await startOwnServer()
  try {
    return printReport(await replay(options.target ?? (own as OwnServer), options), options.isJson)
  } catch (error) {
    if (own?.complaints()) console.error(`The server wrote:\n${own.complaints()}\n`)
    throw error
  } finally {
    await own?.stop()
  }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    // Agents who are still connected would keep the process waiting.
    process.exit(2)
  },
)
