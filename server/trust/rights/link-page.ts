/** The page behind a link of a request: plain HTML, no script, one button. */
import { createHash } from 'node:crypto'
import type { RequestKind } from './contract.ts'
import { escape } from './export-page.ts'

const STYLE = `
:root{color-scheme:light dark;--paper:#f7f5ef;--ink:#12373a;--soft:#3f5d5d;--deed:#174a4d;--on:#fffdf8;--focus:#0b6c8a}
@media (prefers-color-scheme:dark){:root{--paper:#0d191b;--ink:#e6ece4;--soft:#adc0ba;--deed:#bfdcd2;--on:#0d2426;--focus:#7cc7e0}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",sans-serif}
main{width:100%;max-width:34rem}
h1{font:400 clamp(1.75rem,6vw,2.5rem)/1.2 "Iowan Old Style","Source Serif 4",Georgia,"Noto Serif",ui-serif,serif;margin:0 0 16px}
p{margin:0 0 24px;color:var(--soft)}
.business{font-weight:600;color:var(--ink);margin-bottom:32px}
form{margin:0}
button{min-height:52px;padding:12px 24px;border-radius:12px;border:0;background:var(--deed);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
`

const WISH: Record<RequestKind, string> = {
  export: 'Somebody asked in your name for a copy of everything that is kept about you.',
  erasure: 'Somebody asked in your name that everything about you be erased. That cannot be undone.',
  restriction: 'Somebody asked in your name that nothing be done with what is kept about you, except keeping it.',
  objection: 'Somebody asked in your name that no machine reads or sorts what you say.',
  correction: 'Somebody asked in your name that something about you be put right.',
}

type LinkPage = { business: string; kind: RequestKind; state: 'ask' | 'proved' | 'export'; action: string }

export function linkPage({ business, kind, state, action }: LinkPage): Response {
  const form = (word: string) => `<form method="post" action="${escape(action)}"><button>${word}</button></form>`
  const body = {
    ask: `<h1>Was it you?</h1><p>${WISH[kind]} If it was you, confirm it. If not, close this page and nothing happens.</p>${form('Yes, it was me')}`,
    proved: `<h1>Thank you</h1><p role="status">We know now that it was you. You get an answer within a month.</p>`,
    export: `<h1>Your copy is ready</h1><p>Everything that is kept about you, as one archive: a page to read, and a file for programs. Keep it where only you can open it.</p>${form('Download')}`,
  }[state]
  return html(business, body, 200)
}

export const overPage = (): Response =>
  html('', '<h1>This link is over</h1><p>It has run out, or what it was for is done. Ask for a new one.</p>', 410)

function html(business: string, body: string, status: number): Response {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(business || 'Link')}</title><style>${STYLE}</style></head><body><main>${business ? `<p class="business" dir="auto">${escape(business)}</p>` : ''}${body}</main></body></html>`
  const styleHash = createHash('sha256').update(STYLE).digest('base64')
  return new Response(text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  })
}
