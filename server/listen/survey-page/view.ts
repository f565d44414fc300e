/** The survey page: one question at a time, the question in the serif, hardly anything else. Pure. */
import type { HelpLine } from '#trust/contract'
import { textIn, type Definition } from '../surveys/definition.ts'
import { markup, type Html } from './html.ts'
import { directionOf, fill, wordsIn, type PageWords } from './page-words.ts'
import { questionView, type Shown } from './question-view.ts'

/** Address and version of the files a page needs. */
export type Files = { css: string; script: string; font: string }

export type Sheet = {
  title: string
  language: string
  /** Who asks. */
  sign: string
  accent: string | null
  files: Files
  /** Sites to tell when it is finished; null when not embedded, empty when none may. */
  embed: string[] | null
  theme?: 'light' | 'dark' | undefined
  progress?: { index: number; count: number } | undefined
  body: Html
}

export function sheet(page: Sheet): string {
  const words = wordsIn(page.language)
  const embed = page.embed && page.embed.length > 0 && markup` data-embed="${page.embed.join(' ')}"`
  const accent =
    page.accent && markup`<link rel="stylesheet" href="/s/accent/${page.accent.slice(1).toLowerCase()}.css">`
  return markup`<!doctype html>
<html lang="${page.language}" dir="${directionOf(page.language)}"${page.theme && markup` data-theme="${page.theme}"`}>
<head>
<meta charset="utf-8">
<title>${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f5ef">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0d191b">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="preload" href="${page.files.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${page.files.css}">${accent}
${page.files.script && markup`<script src="${page.files.script}" defer></script>`}
</head>
<body${embed} data-offline="${words.offline}" data-tapping="${words.tapping}">
<div class="page">
<header id="top">${page.sign && markup`<p class="sign">${page.sign}</p>`}${page.progress && progress(page.progress, page.language)}</header>
<main id="main">${page.body}</main>
</div>
</body>
</html>`.markup
}

function progress({ index, count }: { index: number; count: number }, language: string): Html | null {
  if (count < 2) return null
  const words = wordsIn(language)
  const said = fill(words.of, { n: index + 1, all: count })
  return markup`<p class="progress"><progress max="${count}" value="${index + 1}" aria-label="${words.progress}"></progress><span>${said}</span></p>`
}

export type Asking = {
  shown: Shown
  action: string
  token: string
  first: boolean
  last: boolean
  /** Came back to something begun earlier. */
  again: boolean
  trying: boolean
  welcome: string
  sign: string
  carried: [string, string][]
}

export function askingView(asking: Asking): Html {
  const { shown, first, last } = asking
  const { words } = shown
  const hidden = (name: string, value: string) => markup`<input type="hidden" name="${name}" value="${value}">`
  const before = markup`${asking.trying && markup`<p class="note">${words.trying}</p>`}${asking.again && markup`<p class="note" role="status">${words.again}</p>`}${first && asking.welcome && markup`<p class="welcome">${asking.welcome}</p>`}`
  const back = !first && markup`<button class="back" name="move" value="back">${words.back}</button>`
  const foot = markup`${first && asking.sign && markup`<p>${fill(words.goesTo, { sign: asking.sign })}</p>`}${languages(shown)}`
  return markup`<form method="post" action="${asking.action}" novalidate data-kind="${shown.question.kind}"${last && markup` data-last`}>${hidden('response', asking.token)}${hidden('question', shown.question.id)}${asking.carried.map(([name, value]) => hidden(name, value))}${before}
${questionView(shown)}
<div class="moves"><button class="go" name="move" value="next">${last ? words.send : words.next}</button>${back}</div>
<footer>${foot}</footer></form>`
}

function languages({ definition, language, words }: Shown): Html | null {
  const others = definition.languages.filter((one) => one !== language)
  if (others.length === 0) return null
  const buttons = others.map(
    (one) =>
      markup`<button name="move" value="lang:${one}" lang="${one}" dir="${directionOf(one)}">${nameOfLanguage(one)}</button>`,
  )
  return markup`<p class="languages"><span class="heard-only">${words.language}: </span>${buttons}</p>`
}

/** Neutral and kind: no "we noticed", no question, nothing to press; only who is there, should it be needed. */
function helpView(words: PageWords, lines: readonly HelpLine[]): Html | null {
  if (lines.length === 0) return null
  const items = lines.map(
    (line) =>
      markup`<li><strong>${line.number}</strong> ${line.way === 'text' ? words.helpText : words.helpCall} · ${line.name}${line.about ? ` · ${line.about}` : ''}</li>`,
  )
  return markup`<section class="help"><p>${words.helpWords}</p><ul>${items}</ul></section>`
}

export function endingView(
  definition: Definition,
  language: string,
  onceMore: string | null,
  lines: readonly HelpLine[] = [],
): Html {
  const words = wordsIn(language)
  const { title, text, link } = definition.ending
  const further =
    link &&
    markup`<p class="moves"><a class="go" href="${link.url}" rel="noopener" target="_top">${textIn(link.text, language, definition) || link.url}</a></p>`
  const again = onceMore && markup`<footer><p><a href="${onceMore}">${words.once}</a></p></footer>`
  return markup`<div class="ending" data-finished><h1 id="asked" tabindex="-1">${textIn(title, language, definition) || words.thanks}</h1><p class="welcome">${textIn(text, language, definition) || words.thanksText}</p>${helpView(words, lines)}${lines.length > 0 ? null : further}${lines.length > 0 ? null : again}</div>`
}

/** A page that is only a kind sentence: closed, unknown, already answered. */
export const noticeView = (title: string, text: string): Html =>
  markup`<div class="ending"><h1 id="asked" tabindex="-1">${title}</h1><p class="welcome">${text}</p></div>`

/** A language in its own name: "Deutsch", "العربية". */
function nameOfLanguage(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return tag
  }
}
