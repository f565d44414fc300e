/**
 * The page of an export: what a business keeps about somebody, to be read by them. No script, nothing loaded from anywhere,
 * so it opens from a folder in ten years; every value sets its own direction, so Arabic stands right beside English.
 */
export type Exported = { name: string; business: string; at: Date; timezone: string }

const STYLE = `
:root{color-scheme:light dark;--paper:#f7f5ef;--ink:#12373a;--soft:#3f5d5d;--line:#d8d5c9;--sheet:#fffdf8}
@media (prefers-color-scheme:dark){:root{--paper:#0d191b;--ink:#e6ece4;--soft:#adc0ba;--line:#2a3b3d;--sheet:#132325}}
*{box-sizing:border-box}
body{margin:0;padding:32px 20px 96px;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:46rem;margin:0 auto}
h1{font:400 2rem/1.2 "Iowan Old Style",Georgia,"Noto Serif",serif;margin:0 0 8px;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:48px 0 12px;text-transform:none}
p,nav{color:var(--soft);margin:0 0 16px}
a{color:inherit}
nav ul{margin:0;padding-inline-start:1.2em}
dl{margin:0 0 12px;padding:12px 16px;background:var(--sheet);border:1px solid var(--line);border-radius:10px;display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:4px 16px}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
dd dl{padding:8px 12px;margin:4px 0}
@media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:8px}}
@media print{body{background:#fff;color:#000}}
`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const day = (at: Date, timezone: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: timezone }).format(at)

export function pageHead(about: Exported, parts: { id: string; what: string; rows: number }[]): string {
  const name = escape(about.name || 'you')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What ${escape(about.business)} keeps about ${name}</title><style>${STYLE}</style></head><body><main>
<h1 dir="auto">What ${escape(about.business)} keeps about ${name}</h1>
<p>As of ${escape(day(about.at, about.timezone))}. The same stands in data.json beside this page, for programs; there also what is technical and was left out here. Names of the people who work there are left out.</p>
${parts.length === 0 ? '<p>Nothing is kept.</p>' : `<nav aria-label="Parts"><ul>${parts.map(({ id, what, rows }) => `<li><a href="#${escape(id)}">${escape(capital(what))}</a> (${rows.toLocaleString('en-GB')})</li>`).join('')}</ul></nav>`}
`
}

export const tableHead = (id: string, what: string, rows: number): string =>
  `<section id="${escape(id)}"><h2>${escape(capital(what))} <small>(${rows.toLocaleString('en-GB')})</small></h2>\n`

export function rowPage(
  row: Record<string, unknown>,
  words: Readonly<Record<string, string>>,
  timezone: string,
): string {
  const shown = Object.entries(words)
    .map(([column, word]) => [word, valueOf(row[column], timezone)] as const)
    .filter(([, value]) => value !== '')
  return shown.length === 0 ? '' : `<dl>${shown.map(([word, value]) => pair(word, value)).join('')}</dl>\n`
}

const pair = (word: string, value: string) => `<dt dir="auto">${escape(word)}</dt><dd dir="auto">${value}</dd>`

const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/

/** A value as safe HTML; nothing for what says nothing. */
function valueOf(value: unknown, timezone: string): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : Number(value.toFixed(3)))
  if (typeof value === 'string') return escape(INSTANT.test(value) ? moment(value, timezone) : value)
  if (Array.isArray(value))
    return value
      .map((one) => valueOf(one, timezone))
      .filter(Boolean)
      .join('<br>')
  const inner = Object.entries(value)
    .map(([key, one]) => [key, valueOf(one, timezone)] as const)
    .filter(([, one]) => one !== '')
  return inner.length === 0 ? '' : `<dl>${inner.map(([key, one]) => pair(key, one)).join('')}</dl>`
}

function moment(text: string, timezone: string): string {
  const at = new Date(text)
  return Number.isNaN(at.getTime())
    ? text
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: timezone }).format(at)
}

export const pageEnd = (): string => '</main></body></html>\n'
