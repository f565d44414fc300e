/**
 * The record of processing as one page: to print, to keep, to hand to an authority that asks. No script, nothing loaded
 * from anywhere; every value sets its own direction.
 */
import { createHash } from 'node:crypto'
import { escape } from '../rights/export-page.ts'
import type { Processing } from './contract.ts'

const STYLE = `
:root{color-scheme:light dark;--paper:#f7f5ef;--ink:#12373a;--soft:#3f5d5d;--line:#d8d5c9}
@media (prefers-color-scheme:dark){:root{--paper:#0d191b;--ink:#e6ece4;--soft:#adc0ba;--line:#2a3b3d}}
*{box-sizing:border-box}
body{margin:0;padding:32px 20px 96px;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:50rem;margin:0 auto}
h1{font:400 2rem/1.2 "Iowan Old Style",Georgia,"Noto Serif",serif;margin:0 0 8px;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:40px 0 8px;break-after:avoid}
h3{font-size:1rem;margin:24px 0 0;break-after:avoid}
p{margin:0 0 8px}
.soft{color:var(--soft)}
.own{white-space:pre-wrap;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;margin:8px 0 0}
th,td{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;width:30%}
td:last-child:nth-child(3){width:26%}
thead th{font-size:.85rem;color:var(--soft);font-weight:400;border:0}
tr{break-inside:avoid}
td.soft{font-size:.9rem}
@media (max-width:34rem){th,td{display:block;padding-bottom:0;border:0}tr{display:block;padding:8px 0;border-top:1px solid var(--line)}thead{display:none}}
@media print{body{background:#fff;color:#000;padding:0;font-size:11pt}.soft,thead th{color:#333}}
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

export const PROCESSING_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const BASIS: Record<Processing['purposes'][number]['basis'], string> = {
  consent: 'They said yes: GDPR 6(1)(a)',
  contract: 'They asked for it: GDPR 6(1)(b)',
  legitimate_interest: 'Our interest, weighed: GDPR 6(1)(f)',
  legal_obligation: 'The law asks for it: GDPR 6(1)(c)',
}
const CHANNEL: Record<Processing['purposes'][number]['channels'][number], string> = {
  email: 'e-mail',
  sms: 'text message',
  phone: 'phone',
  post: 'post',
  chat: 'chat',
}

const OPEN = '<span class="soft">not filled in yet</span>'
const own = (text: string): string => (text ? `<span class="own" dir="auto">${escape(text)}</span>` : OPEN)
const rows = (of: string[][]): string =>
  of
    .map(
      ([head, ...cells]) =>
        `<tr><th scope="row" dir="auto">${head}</th>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join('')}</tr>`,
    )
    .join('\n')
const table = (of: string[][], heads?: string[]): string =>
  `<table>${heads ? `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` : ''}<tbody>${rows(of)}</tbody></table>`

export function processingPage(record: Processing): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: record.timezone }).format(
    new Date(record.asOf),
  )
  const business = escape(record.business)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'">
<title>Record of processing: ${business}</title><style>${STYLE}</style></head><body><main>
<h1 dir="auto">Record of processing activities: ${business}</h1>
<p class="soft">As of ${escape(day)}. GDPR, Article 30(1). It covers what is done with Heed; other programs have records of their own.</p>
<h2>Who answers for it</h2>
${table([
  ['Business', own(record.own.controller)],
  ['How to reach us', own(record.own.contact)],
  ['Data protection officer', own(record.own.officer)],
])}
<h2>Whose data</h2>
${table(record.people.map(({ who, count }) => [escape(who), count === null ? '' : count.toLocaleString('en-GB')]))}
<h2>What is done with it, and why</h2>
${record.activities.map(activity).join('\n')}
<h2>What people are written to for</h2>
${table(
  record.purposes.map(({ name, why, basis, channels }) => [
    escape(name),
    `${escape(why)}<br><span class="soft">${channels.map((one) => CHANNEL[one]).join(', ')}</span>`,
    BASIS[basis],
  ]),
)}
<h2>Who gets it</h2>
${table([...record.recipients.map(({ who, says }) => [escape(who), escape(says)]), ['Others', own(record.own.helpers)]])}
<h2>Countries outside the EU</h2>
<p>${own(record.own.transfers)}</p>
<h2>How long it is kept</h2>
${table(record.retention.map(({ what, until }) => [escape(what), escape(until)]))}
<h2>How it is protected</h2>
<ul>${record.measures
    .filter(({ on }) => on)
    .map(({ says }) => `<li>${escape(says)}</li>`)
    .join('\n')}</ul>
<p>${own(record.own.precautions)}</p>
</main></body></html>
`
}

function activity({ name, why, data, machines }: Processing['activities'][number]): string {
  const told = data.some(({ fields }) => fields.length > 0)
  const running = machines.filter(({ state }) => state !== 'off')
  return `<h3>${escape(name)}</h3><p>${escape(why)}</p>
${table(
  data.map(({ what, fields, until }) => [escape(what), ...(told ? [escape(fields.join(', '))] : []), escape(until)]),
  ['What', ...(told ? ['Of it'] : []), 'How long'],
)}
${running.length > 0 ? `<p class="soft">Done by machine, watched by people: ${escape(running.map((one) => one.name).join('; '))}.</p>` : ''}`
}
