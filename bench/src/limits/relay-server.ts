// A relay that does the least a chat server can: it passes messages on, kept in memory, or (DATABASE_URL) stored first.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import { GroupCommit } from './group-commit.ts'

interface Relayed {
  seq: number
  readonly visitor: WebSocket
  readonly agent: WebSocket
}

interface Command {
  readonly id: number
  readonly command: string
  readonly payload: { readonly chatId: string; readonly clientMessageId: string; readonly content: string }
}

const agents: WebSocket[] = []
const chats = new Map<string, Relayed>()
const { DATABASE_URL: databaseUrl } = process.env
const store = databaseUrl ? new GroupCommit(new pg.Pool({ connectionString: databaseUrl, max: 2 })) : undefined
let turn = 0

const campaign = { id: randomUUID(), name: '', language: '', color: '', isOnline: true, departments: [] }
const summary = { agentId: 1, agentIds: [1], offeredTo: [], lastSeq: 0, endedBy: null, status: 'normal' }
const visitorChat = { status: null, agentName: null, queue: null, events: [], lastSeq: 0, isRated: false }

const commands: Record<string, (socket: WebSocket, payload: Command['payload']) => unknown> = {
  'visitor.hello': () => ({ visitorId: randomUUID(), visitorToken: randomUUID(), sessionId: '', campaign, chat: null }),
  'agent.hello': (socket) => {
    agents.push(socket)
    return { agentId: 1, displayName: 'Agent', status: 'Online', shift: null, chats: [], missed: [] }
  },
  'chat.request': (visitor) => {
    const agent = agents[turn++ % agents.length]
    if (!agent) throw new Error('There is no agent')
    const id = randomUUID()
    chats.set(id, { seq: 0, visitor, agent })
    sendEvent(agent, 'chat.changed', { chat: { ...summary, id, state: 'active' } })
    return { ...visitorChat, id, state: 'active' }
  },
  'chat.send': async (socket, { chatId, clientMessageId, content }) => {
    const chat = chats.get(chatId)
    if (!chat) throw new Error('There is no such chat')
    const type = socket === chat.visitor ? 'visitor' : 'agent'
    const seq = ++chat.seq
    const sentTime = new Date().toISOString()
    await store?.add({ chatId, seq, type, content, clientMessageId, sentTime })
    const event = { seq, type, senderId: '', senderName: '', content, sentTime, clientMessageId }
    const text = JSON.stringify({ event: 'chat.message', payload: { chatId, event } })
    chat.visitor.send(text)
    chat.agent.send(text)
    return { seq, sentTime }
  },
}

function sendEvent(socket: WebSocket, event: string, payload: unknown): void {
  socket.send(JSON.stringify({ event, payload }))
}

async function run(socket: WebSocket, { id, command, payload }: Command): Promise<void> {
  try {
    const result = await commands[command]?.(socket, payload)
    socket.send(JSON.stringify({ id, ok: true, result: result ?? {} }))
  } catch (error) {
    socket.send(JSON.stringify({ id, ok: false, code: 400000, message: String(error) }))
  }
}

const http = createServer((_, response) => response.end('ok'))
const server = new WebSocketServer({ server: http, perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (data) => void run(socket, JSON.parse(String(data)) as Command))
})
await store?.prepare()
http.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
