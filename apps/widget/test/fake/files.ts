import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// The strictest policy under which the app has to work
const APP_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** Serves a directory of builds at `/widget/`. */
export async function serveFiles(dist: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (!pathname.startsWith('/widget/')) return send(response, 404, '.html', 'Not found')
  await sendFile(response, join(dist, normalize(pathname.slice('/widget'.length))), (text) => text, {
    'content-security-policy': APP_POLICY,
  })
}

/** Sends one file, changed on its way. */
export async function sendFile(
  response: ServerResponse,
  path: string,
  change: (text: string) => string,
  headers: Record<string, string> = {},
): Promise<void> {
  try {
    send(response, 200, extname(path), change(await readFile(path, 'utf8')), headers)
  } catch {
    send(response, 404, '.html', 'Not found')
  }
}

function send(response: ServerResponse, status: number, type: string, body: string, headers = {}): void {
  const contentType = TYPES[type] ?? 'application/octet-stream'
  response.writeHead(status, { 'content-type': contentType, 'x-content-type-options': 'nosniff', ...headers }).end(body)
}
