import { createHash } from 'node:crypto'

/** What the consent page shows. */
export interface ConsentPage {
  readonly application: string
  readonly company: string
  /** the host or scheme the browser goes back to */
  readonly destination: string
  /** carried through the form, the token against forged forms among them */
  readonly hidden: Readonly<Record<string, string>>
  readonly email: string
  readonly problem: string | undefined
}

const STYLE = `
:root{color-scheme:light dark;--ground:#f7f7f8;--surface:#fff;--line:#e6e6e9;--line-strong:#d4d4d9;--text:#1f1f23;--text-2:#5a5a64;--accent:#0f766e;--accent-hover:#115e59;--on-accent:#fff;--red:#b91c1c;--red-soft:#fdeaea}
@media (prefers-color-scheme:dark){:root{--ground:#111214;--surface:#17181b;--line:#292a30;--line-strong:#3a3b43;--text:#e6e6e9;--text-2:#aeaeb8;--accent:#2dd4bf;--accent-hover:#5eead4;--on-accent:#06211d;--red:#f58a8a;--red-soft:#3a1c1d}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--ground);color:var(--text);font:14px/1.5 'Inter Variable',system-ui,-apple-system,'Segoe UI',sans-serif}
main{width:100%;max-width:400px}
.brand{display:flex;justify-content:center;align-items:center;gap:8px;margin-bottom:24px;font-size:20px;font-weight:650;letter-spacing:-.01em}
.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:24px}
h1{margin:0 0 8px;font-size:16px;line-height:24px;font-weight:600;overflow-wrap:anywhere}
p{margin:0 0 16px;color:var(--text-2);overflow-wrap:anywhere}
label{display:block;margin-bottom:12px;font-weight:550}
input{display:block;width:100%;margin-top:4px;padding:8px 12px;font:inherit;font-weight:400;color:inherit;background:var(--surface);border:1px solid var(--line-strong);border-radius:8px}
input:focus-visible,button:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.problem{padding:8px 12px;border-radius:8px;background:var(--red-soft);color:var(--red)}
.buttons{display:flex;flex-direction:row-reverse;gap:8px;margin-top:20px}
button{flex:1;min-height:40px;padding:8px 16px;font:inherit;font-weight:600;border-radius:8px;cursor:pointer;border:1px solid var(--line-strong);background:var(--surface);color:var(--text)}
button.allow{border-color:transparent;background:var(--accent);color:var(--on-accent)}
button.allow:hover{background:var(--accent-hover)}
.foot{margin:16px 8px 0;text-align:center;font-size:12px;color:var(--text-2)}
`

/** The page's only style may run, no script may, and nothing else is loaded but its picture. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** Asks an agent to sign in and to let an application act. */
export function consentPage(page: ConsentPage): string {
  const hidden = Object.entries(page.hidden)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('')
  const problem = page.problem ? `<p class="problem" role="alert">${escapeHtml(page.problem)}</p>` : ''
  const name = escapeHtml(page.application)
  return layout(
    `Allow ${name}?`,
    `<h1>${name} wants to act for you at ${escapeHtml(page.company)}</h1>
<p>It will be able to read and change whatever you can, until you change your password or somebody deletes the application in the Control Panel.</p>
${problem}<form method="post" action="/oauth/authorize">${hidden}
<label>E-mail<input type="email" name="email" autocomplete="username" required maxlength="254" value="${escapeHtml(page.email)}"${page.email ? '' : ' autofocus'}></label>
<label>Password<input type="password" name="password" autocomplete="current-password" required maxlength="256"${page.email ? ' autofocus' : ''}></label>
<div class="buttons"><button class="allow" name="decision" value="allow">Sign in and allow</button><button name="decision" value="deny" formnovalidate>Cancel</button></div>
</form>`,
    `Then you go back to ${escapeHtml(page.destination)}. Your password stays here.`,
  )
}

/** Says why there is nothing to agree to. */
export function refusalPage(message: string): string {
  return layout(
    'This does not work',
    `<h1>The application asked in a wrong way</h1><p>${escapeHtml(message)}</p><p>Nothing was shared. Go back, and tell whoever runs the application.</p>`,
    '',
  )
}

function layout(title: string, content: string, foot: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} · Parley</title><link rel="icon" href="/assets/console/favicon.svg"><style>${STYLE}</style></head>
<body><main><div class="brand"><img src="/assets/console/favicon.svg" alt="" width="28" height="28">Parley</div>
<div class="card">${content}</div>${foot ? `<p class="foot">${foot}</p>` : ''}</main></body></html>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string)
}
