/**
 * The pages people open without an account: plain HTML, one style, no script, nothing from elsewhere. They work in any
 * browser, by keyboard and by voice, on a phone in one hand, from right to left, and under a policy that allows nothing else.
 */
import { createHash } from 'node:crypto'
import type { WordingLanguage } from './contract.ts'
import { wordsIn } from './preference-words.ts'

export type PlainFrame = { language: WordingLanguage; business: string; title: string }

const STYLE = `
:root{color-scheme:light dark;--paper:#f7f5ef;--ink:#12373a;--soft:#3f5d5d;--deed:#174a4d;--on:#fffdf8;--edge:#7f8b86;--line:#ddd9cd;--sheet:#fffdf8;--wash:#e4ebe4;--wrong:#8f2440;--focus:#0b6c8a}
@media (prefers-color-scheme:dark){:root{--paper:#0d191b;--ink:#e6ece4;--soft:#adc0ba;--deed:#bfdcd2;--on:#0d2426;--edge:#6b8283;--line:#2a3f41;--sheet:#132325;--wash:#1d3335;--wrong:#f0a0ae;--focus:#7cc7e0}}
@media (prefers-contrast:more){:root{--line:var(--ink);--edge:var(--ink);--soft:var(--ink)}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;padding:24px 20px 64px;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif;overflow-wrap:break-word}
main{width:100%;max-width:36rem;margin:0 auto}
.still main{padding-top:12vh}
h1{font:400 clamp(1.75rem,6vw,2.375rem)/1.25 "Iowan Old Style","Source Serif 4",Georgia,"Noto Serif","Noto Naskh Arabic",ui-serif,serif;margin:0 0 12px}
h2{font-size:1.125rem;line-height:1.4;font-weight:600;margin:48px 0 8px}
h3{font-size:1rem;font-weight:600;margin:0}
p{margin:0 0 16px;color:var(--soft)}
.business{font-weight:600;color:var(--ink);margin-bottom:32px}
.said{padding:14px 18px;border-radius:12px;background:var(--wash);color:var(--ink);font-weight:600;margin:0 0 24px}
.wrong{color:var(--wrong);font-weight:600;margin:8px 0 0}
.small{font-size:.9375rem}
form{margin:0}
fieldset{border:0;border-top:1px solid var(--line);margin:0;padding:18px 0;min-width:0}
legend{float:left;width:100%;padding:0;font-weight:600}
legend+*{clear:both}
fieldset p{margin:2px 0 6px}
.boxes{display:flex;flex-wrap:wrap;gap:0 28px}
.box{display:flex;align-items:center;gap:12px;min-height:44px;cursor:pointer}
.box input{width:22px;height:22px;margin:0;flex:none;accent-color:var(--deed)}
.wait{font-size:.9375rem;color:var(--soft)}
label.field{display:block;margin:8px 0 6px;font-weight:600}
select,input[type=email]{width:100%;max-width:26rem;min-height:48px;padding:8px 14px;border:1.5px solid var(--edge);border-radius:12px;background:var(--sheet);color:var(--ink);font:inherit}
button,.button{display:inline-block;min-height:48px;padding:10px 20px;border-radius:12px;border:1.5px solid var(--edge);background:var(--sheet);color:var(--ink);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.button:hover{border-color:var(--ink)}
.deed{background:var(--deed);border-color:var(--deed);color:var(--on)}
.wide{width:100%}
.row{display:flex;flex-wrap:wrap;gap:12px;margin-top:12px}
.act{border-top:1px solid var(--line);padding:18px 0}
.act p{margin:2px 0 12px}
strong{color:var(--ink);font-weight:600}
blockquote{margin:0 0 24px;padding-inline-start:18px;border-inline-start:3px solid var(--edge);font:1.125rem/1.6 "Iowan Old Style","Source Serif 4",Georgia,"Noto Serif","Noto Naskh Arabic",ui-serif,serif}
a{color:inherit;text-underline-offset:4px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
@media (max-width:30rem){.act button,.act .button,.save{width:100%}}
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** `body` is markup made with `escape`. A page with little on it stands a bit lower. */
export function plainPage(frame: PlainFrame, body: string, status: number = 200): Response {
  const direction = frame.language === 'ar' ? 'rtl' : 'ltr'
  const title = escape(frame.business ? `${frame.title} · ${frame.business}` : frame.title)
  const still = body.length < 1800 ? ' class="still"' : ''
  const text = `<!doctype html><html lang="${frame.language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body${still}><main>${frame.business ? `<p class="business">${escape(frame.business)}</p>` : ''}${body}</main></body></html>`
  return new Response(text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  })
}

export function overPage(language: WordingLanguage, status: 404 | 410): Response {
  const words = wordsIn(language)
  return plainPage(
    { language, business: '', title: words.overTitle },
    `<h1>${escape(words.overTitle)}</h1><p>${escape(words.over)}</p>`,
    status,
  )
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
