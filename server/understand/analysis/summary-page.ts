/** A summary as one page that needs nothing else: to keep, to print, to hand on. No scripts, nothing fetched. */
import { readFileSync } from 'node:fs'
import { markup, type Html } from '#listen'
import { counted, figureOf, shownWords, type Bar, type Quoted, type Summary } from './summary.ts'

export function summaryPage(summary: Summary): string {
  const style: Html = { markup: readFileSync(new URL('./summary-page.css', import.meta.url), 'utf8') }
  const page = markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${summary.title} · Heed</title>
<style>
${style}</style>
</head>
<body>
<main>
<header>
<h1>${summary.title}</h1>
${summary.notes.map((note) => markup`<p>${note}</p>\n`)}${summary.alarm && markup`<p class="alarm">${summary.alarm}</p>`}${summary.care && markup`<p class="care">${summary.care}</p>`}
</header>
${bars('How people feel', `Of ${counted(summary.judged)} voices that could be judged.`, summary.sentiments)}
${quotes('Most worrying', summary.worrying)}
${quotes('Warmest', summary.warm)}
${bars('Feelings in their words', 'The strongest in each voice.', summary.feelings)}
${bars('What they want', '', summary.kinds)}
${subjects(summary)}
${problems(summary)}
<footer><p>Read by ${summary.version} on this machine. It reads words, not people, and can be wrong.</p></footer>
</main>
</body>
</html>
`
  return page.markup
}

function bars(title: string, aside: string, rows: Bar[]): Html {
  if (rows.length === 0) return markup``
  return markup`<section>
<h2>${title}</h2>
${aside && markup`<p class="aside">${aside}</p>`}
<table class="bars">
<thead class="unseen"><tr><th scope="col">Reads as</th><td></td><th scope="col">Share</th><th scope="col">Between</th><th scope="col">Voices</th></tr></thead>
<tbody>
${rows.map(barRow)}</tbody>
</table>
</section>`
}

function barRow({ label, figure, family }: Bar): Html {
  const { value, range } = figureOf(figure)
  const few = figure.show === 'counts-only'
  const [low, high] = [figure.low, figure.high].map((end) => (end * 100).toFixed(2))
  const drawn = few
    ? markup``
    : markup`<div class="bar" style="--low:${low}%;--high:${high}%${family && `;--tone:var(--feeling-${family})`}" aria-hidden="true"></div>`
  return markup`<tr><th scope="row">${label}</th><td class="drawn">${drawn}</td><td class="value">${value}</td><td class="range">${range}</td><td class="count">${few ? '' : counted(figure.count)}</td></tr>
`
}

function quotes(title: string, all: Quoted[]): Html {
  if (all.length === 0) return markup``
  return markup`<section>
<h2>${title}</h2>
${all.map((one) => markup`<figure><blockquote dir="auto">${marked(one)}</blockquote><figcaption>Line ${counted(one.line)} · ${one.reads}</figcaption></figure>\n`)}</section>`
}

/** The words that led there are underlined in the quote itself. */
function marked(one: Quoted): Html {
  const { text, marks } = shownWords(one)
  const pieces: Html[] = []
  let at = 0
  for (const [start, end] of marks.toSorted(([a], [b]) => a - b)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    pieces.push(markup`${text.slice(at, from)}<u>${text.slice(from, end)}</u>`)
    at = end
  }
  return markup`${pieces}${text.slice(at)}`
}

function subjects({ subjects: all }: Summary): Html {
  if (all.length === 0) return markup``
  return markup`<section>
<h2>What they talk about</h2>
<table class="subjects">
<thead><tr><th scope="col">Subject</th><th scope="col">Voices</th><th scope="col">Where they lean</th></tr></thead>
<tbody>
${all.map(({ label, voices, leaning }) => markup`<tr><th scope="row">${label}</th><td class="count">${counted(voices)}</td><td>${leaning}</td></tr>\n`)}</tbody>
</table>
</section>`
}

function problems({ problems: all }: Summary): Html {
  if (all.length === 0) return markup``
  return markup`<section><h2>Could not be read</h2>
<ul>${all.map(({ problem }) => markup`<li>${problem}</li>`)}</ul></section>`
}
