// Starts the built widget with the fake server for looking at it by hand: `node apps/widget/test/play.ts [port]`.

import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { FakeServer } from './fake/fake-server.ts'
import { installationCode, startHostSite } from './fake/host-site.ts'

const port = Number(process.argv[2] ?? 4200)
const server = new FakeServer(join(import.meta.dirname, '../dist'))
await server.start(port)
const site = await startHostSite(installationCode(server.url, server.siteId, server.campaignId), server.url, port + 1)
process.stdout.write(`${site.url}/demo/ - lines typed here are what the agent says; /end, /typing, /drop, /offline\n`)

const commands: Record<string, () => void> = {
  '/end': () => server.end('agent'),
  '/typing': () => server.type(true),
  '/drop': () => server.drop(),
  '/offline': () => server.setOnline(!server.campaign.isOnline),
}
for await (const line of createInterface({ input: process.stdin })) {
  const command = commands[line]
  if (command) command()
  else if (server.chat) server.say(line)
}
