/**
 * The page behind the felt-heard link: plain HTML, no script, works in any browser. Looking at it records nothing, because
 * mail scanners follow every link; only pressing a button does. Both buttons look alike, so that neither is suggested.
 */
import { createHash } from 'node:crypto'
import { LIMITS } from '../contract.ts'
import { fill, type HeardWords } from './heard-words.ts'

const STYLE = `
:root{color-scheme:light dark;--paper:#f7f5ef;--ink:#12373a;--soft:#3f5d5d;--deed:#174a4d;--on:#fffdf8;--edge:#7f8b86;--sheet:#fffdf8;--focus:#0b6c8a}
@media (prefers-color-scheme:dark){:root{--paper:#0d191b;--ink:#e6ece4;--soft:#adc0ba;--deed:#bfdcd2;--on:#0d2426;--edge:#6b8283;--sheet:#132325;--focus:#7cc7e0}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",sans-serif}
main{width:100%;max-width:34rem}
h1{font:400 clamp(1.75rem,6vw,2.5rem)/1.2 "Iowan Old Style","Source Serif 4",Georgia,"Noto Serif",ui-serif,serif;margin:0 0 16px}
p{margin:0 0 24px;color:var(--soft)}
.business{font-weight:600;color:var(--ink);margin-bottom:32px}
form{margin:0}
.choices{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr))}
button{width:100%;min-height:56px;padding:12px 20px;border-radius:12px;border:1.5px solid var(--edge);background:var(--sheet);color:var(--ink);font:inherit;font-weight:600;cursor:pointer}
button:hover{border-color:var(--ink)}
.deed{background:var(--deed);border-color:var(--deed);color:var(--on)}
.quiet{width:auto;min-height:44px;margin-top:24px;padding:8px 0;border:0;background:none;font-weight:400;text-decoration:underline;text-underline-offset:4px;color:var(--soft)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
label{display:block;margin-bottom:8px;font-weight:600}
textarea{width:100%;min-height:8rem;padding:12px 16px;margin-bottom:12px;border:1.5px solid var(--edge);border-radius:12px;background:var(--sheet);color:var(--ink);font:1.125rem/1.6 "Iowan Old Style","Source Serif 4",Georgia,"Noto Serif",ui-serif,serif}
`

export type HeardPage = { language: string; words: HeardWords; business: string; day: string; action: string }

export const askPage = (page: HeardPage): Response =>
  html(
    page,
    `<h1>${say(page, 'title')}</h1><p>${say(page, 'lead')}</p>
<form method="post" action="${escape(page.action)}" class="choices">
<button name="answer" value="yes">${say(page, 'yes')}</button>
<button name="answer" value="no">${say(page, 'no')}</button>
</form>`,
  )

export const thanksPage = (page: HeardPage, answer: boolean, worded: boolean): Response =>
  html(
    page,
    `<h1>${say(page, 'thanks')}</h1><p role="status">${say(page, worded ? 'sent' : answer ? 'thanksYes' : 'thanksNo')}</p>
${
  answer || worded
    ? ''
    : `<form method="post" action="${escape(page.action)}"><label for="words">${say(page, 'more')}</label>
<textarea id="words" name="words" maxlength="${LIMITS.words}" required></textarea><button class="deed">${say(page, 'send')}</button></form>`
}
<form method="post" action="${escape(page.action)}"><button class="quiet" name="answer" value="${answer ? 'no' : 'yes'}">${say(page, 'change')}: ${say(page, answer ? 'no' : 'yes')}</button></form>`,
  )

export const overPage = (words: HeardWords, language: string, status: 404 | 410): Response =>
  html(
    { language, words, business: '', day: '', action: '' },
    `<h1>${escape(words.overTitle)}</h1><p>${escape(words.over)}</p>`,
    status,
  )

const say = (page: HeardPage, key: keyof HeardWords): string =>
  escape(fill(page.words[key], { business: page.business, date: page.day }))

function html(page: HeardPage, body: string, status: number = 200): Response {
  const title = escape(page.business ? `${page.words.title} · ${page.business}` : page.words.overTitle)
  const text = `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main>${page.business ? `<p class="business">${escape(page.business)}</p>` : ''}${body}</main></body></html>`
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

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
