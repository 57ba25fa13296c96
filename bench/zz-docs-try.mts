import { connectAgent, login, ParleyApi } from '@parley/client'
import { connectVisitor } from '@parley/client/visitor'

const A = process.argv[2]!,
  B = process.argv[3]!
const token = await login({ url: A, siteId: 10000, email: 'admin@example.com', password: 'Docs-Passw0rd' })
const api = new ParleyApi({ url: B, token })
const campaigns = await api.call('campaigns.list')
const agent = await connectAgent({ url: B, token, status: 'Online' })
agent.on('message', ({ chatId, type, content }) => {
  console.log('agent hears', type, content)
  if (type === 'visitor') void agent.send(chatId, 'Hello')
})
const visitor = await connectVisitor({
  url: A,
  siteId: 10000,
  campaignId: campaigns[0]!.id,
  page: { url: 'https://x.example/', title: 'X' },
})
const chat = await visitor.startChat({ name: 'Jo' })
await new Promise<void>((done) => {
  chat.on('message', ({ type, content }) => {
    console.log('visitor hears', type, content)
    if (type === 'agent') done()
  })
  void chat.send('Hi')
})
await chat.end()
const stored = await api.call('chats.get', { params: { id: chat.id } })
console.log(
  stored.status,
  stored.messages.map((m) => `${m.type}: ${m.content}`),
)
await visitor.close()
await agent.close()
