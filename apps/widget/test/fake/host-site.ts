import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sendFile } from './files.ts'

const DEMO = join(import.meta.dirname, '../../demo')

/** What a customer pastes in a page; the server makes the same. */
export function installationCode(publicUrl: string, siteId: number, campaignId: string): string {
  return `<!-- Parley live chat -->
<div id="comm100-button-${campaignId}"></div>
<script>
  var Comm100API = Comm100API || {};
  (function (p) { p.chat_buttons = p.chat_buttons || []; p.chat_buttons.push({ code_plan: '${campaignId}', div_id: 'comm100-button-${campaignId}' }); p.site_id = ${siteId}; p.main_code_plan = '${campaignId}';
    var s = document.createElement('script'); s.async = true; s.src = '${publicUrl}/widget/loader.js'; s.charset = 'utf-8'; document.head.appendChild(s) })(Comm100API)
</script>`
}

/** A customer's site: the demo shop and plain pages, on another origin than the server. */
export interface HostSite {
  readonly url: string
  close(): Promise<void>
}

/** Starts it; `localhost` against `127.0.0.1` makes the widget a third party there. */
export async function startHostSite(code: string, parleyUrl: string, port = 0): Promise<HostSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const withCode = (text: string) => text.replaceAll('{{installationCode}}', code)
    if (pathname.startsWith('/demo/')) {
      return void sendFile(response, join(DEMO, pathname.slice(6) || 'index.html'), withCode)
    }
    const isStrict = pathname === '/strict.html'
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(isStrict ? strictPolicy(parleyUrl) : {}),
    })
    response.end(
      isStrict ? plainPage(pathname, code.replace('<script>', '<script nonce="n">')) : plainPage(pathname, code),
    )
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.closeAllConnections() ?? server.close(() => closed())),
  }
}

// What a careful customer allows: no inline styles at all, scripts and frames from Parley
const strictPolicy = (parleyUrl: string) => ({
  'content-security-policy': `default-src 'none'; script-src 'nonce-n' ${parleyUrl}; frame-src ${parleyUrl}; style-src 'self'`,
})

function plainPage(pathname: string, code: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page ${pathname}</title></head>
<body><h1>${pathname}</h1><p><a href="/second.html">Second page</a> <button id="opener">Ask us</button></p>${code}</body></html>`
}
