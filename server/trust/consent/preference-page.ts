/** What stands on the preference page and its small sisters. Markup only. */
import type { ConsentState, ContactChannel, Frequency, WordingLanguage } from './contract.ts'
import { FREQUENCIES, WORDING_LANGUAGES } from './contract.ts'
import { escape, type PlainFrame } from './plain-page.ts'
import { fill, LANGUAGE_NAMES, wordsIn, type PreferenceWords } from './preference-words.ts'

export type ShownPurpose = {
  key: string
  title: string
  text: string
  version: number
  /** Of the wording: not always the page's own, where nobody has translated it. */
  language: WordingLanguage
  /** Belongs to what the person asked for: said, not asked. */
  always: boolean
  channels: { channel: ContactChannel; on: boolean; state: ConsentState }[]
}

export type Preferences = {
  frame: PlainFrame
  action: string
  name: string
  purposes: ShownPurpose[]
  frequency: Frequency
  language: WordingLanguage
  /** The day a pause ends, in words, or null. */
  pausedUntil: string | null
  /** The day by which a request is answered. */
  dueBy: string
}

export function preferenceBody(page: Preferences, said: string | null): string {
  const words = wordsIn(page.frame.language)
  const values = { business: page.frame.business, name: page.name }
  return `<h1>${escape(fill(words.title, values))}</h1>
<p>${page.name ? `${escape(fill(words.hello, values))} ` : ''}${escape(words.lead)}</p>
${said ? `<p class="said" role="status">${escape(said)}</p>` : ''}
<form method="post" action="${escape(page.action)}">
<h2>${escape(words.purposes)}</h2>
${page.purposes
  .filter(({ always }) => !always)
  .map((purpose) => purposeMarkup(purpose, words))
  .join('')}
${alwaysMarkup(page.purposes, words)}
<fieldset><legend>${escape(words.frequency)}</legend><div>${FREQUENCIES.map((value) => `<label class="box"><input type="radio" name="frequency" value="${value}"${value === page.frequency ? ' checked' : ''}>${escape(words[value])}</label>`).join('')}</div></fieldset>
<fieldset><legend><label for="language">${escape(words.language)}</label></legend><div><select id="language" name="language">${WORDING_LANGUAGES.map((value) => `<option value="${value}" lang="${value}"${value === page.language ? ' selected' : ''}>${LANGUAGE_NAMES[value]}</option>`).join('')}</select></div></fieldset>
<button class="deed save" name="deed" value="save">${escape(words.save)}</button>
</form>
<div class="act">${deed(page.action, page.pausedUntil ? 'resume' : 'pause', page.pausedUntil ? words.resume : words.pause, page.pausedUntil ? fill(words.paused, { date: page.pausedUntil }) : words.pauseText)}</div>
<div class="act">${deed(page.action, 'stop', words.stop, words.stopText)}</div>
${rightsMarkup(page, words)}`
}

/** What belongs to what a person asked for is told, not asked: after what they may choose, and briefly. */
function alwaysMarkup(purposes: readonly ShownPurpose[], words: PreferenceWords): string {
  const always = purposes.filter((purpose) => purpose.always)
  if (always.length === 0) return ''
  const lines = always.map(({ title, text }) => `<p><strong>${escape(title)}.</strong> ${escape(text)}</p>`).join('')
  return `<div class="act">${lines}<p class="small">${escape(words.always)}</p></div>`
}

function purposeMarkup(purpose: ShownPurpose, words: PreferenceWords): string {
  const waits = purpose.channels.some(({ state }) => state === 'unconfirmed')
  const boxes = purpose.channels
    .map(
      ({ channel, on }) =>
        `<label class="box"><input type="checkbox" name="c.${purpose.key}.${channel}" value="on"${on ? ' checked' : ''}>${escape(words[channel])}</label><input type="hidden" name="s.${purpose.key}.${channel}" value="${purpose.version}">`,
    )
    .join('')
  return `<fieldset><legend>${escape(purpose.title)}</legend><p>${escape(purpose.text)}</p><div class="boxes">${boxes}</div>${waits ? `<p class="wait">${escape(words.waiting)}</p>` : ''}</fieldset>`
}

function rightsMarkup(page: Preferences, words: PreferenceWords): string {
  return `<h2>${escape(words.rights)}</h2>
<div class="act"><h3>${escape(words.exportTitle)}</h3>${deed(page.action, 'export', words.exportDeed, fill(words.exportText, { date: page.dueBy }))}</div>
<div class="act"><h3>${escape(words.objectTitle)}</h3>${deed(page.action, 'object', words.objectDeed, words.objectText)}</div>
<div class="act"><h3>${escape(words.freezeTitle)}</h3>${deed(page.action, 'freeze', words.freezeDeed, words.freezeText)}</div>
<div class="act"><h3>${escape(words.eraseTitle)}</h3>${deed(page.action, 'erase', words.eraseDeed, words.eraseText)}</div>
<p class="small">${escape(words.theirs)}</p>`
}

const deed = (action: string, value: string, label: string, text: string): string =>
  `<p>${escape(text)}</p><form method="post" action="${escape(action)}"><button name="deed" value="${value}">${escape(label)}</button></form>`

/** The one question before what cannot be brought back. Both ways out look alike. */
export function eraseBody(page: Preferences): string {
  const words = wordsIn(page.frame.language)
  return `<h1>${escape(words.eraseSure)}</h1><p>${escape(words.eraseText)}</p>
<form method="post" action="${escape(page.action)}" class="row"><button name="deed" value="erase-sure">${escape(words.eraseGo)}</button><a class="button" href="${escape(page.action)}">${escape(words.back)}</a></form>`
}

export function askedBody(page: Preferences, by: string): string {
  const words = wordsIn(page.frame.language)
  return `<h1>${escape(words.askedTitle)}</h1><p role="status">${escape(fill(words.asked, { date: by }))}</p><p><a href="${escape(page.action)}">${escape(words.back)}</a></p>`
}

export function linkBody(
  frame: PlainFrame,
  action: string,
  state: 'ask' | 'sent' | 'wrong' | 'many' | 'no-mail',
): string {
  const words = wordsIn(frame.language)
  const values = { business: frame.business }
  if (state === 'sent') return `<h1>${escape(words.linkSent)}</h1><p role="status">${escape(words.linkSentText)}</p>`
  if (state === 'no-mail') return `<h1>${escape(frame.title)}</h1><p>${escape(fill(words.linkNoMail, values))}</p>`
  const wrong = state === 'wrong' ? words.linkWrong : state === 'many' ? words.tooMany : ''
  return `<h1>${escape(frame.title)}</h1><p>${escape(words.linkText)}</p>
<form method="post" action="${escape(action)}"><label class="field" for="email">${escape(words.linkLabel)}</label>
<input type="email" id="email" name="email" required maxlength="254" autocomplete="email"${wrong ? ' aria-invalid="true" aria-describedby="wrong"' : ''}>
${wrong ? `<p class="wrong" id="wrong" role="alert">${escape(wrong)}</p>` : ''}
<p class="row"><button class="deed save">${escape(words.linkDeed)}</button></p></form>`
}

export function unsubscribeBody(frame: PlainFrame, action: string): string {
  const words = wordsIn(frame.language)
  return `<h1>${escape(frame.title)}</h1><p>${escape(fill(words.unsubscribeText, { business: frame.business }))}</p>
<form method="post" action="${escape(action)}"><button class="deed" name="List-Unsubscribe" value="One-Click">${escape(words.unsubscribeDeed)}</button></form>`
}

export function confirmBody(frame: PlainFrame, action: string, wording: string): string {
  const words = wordsIn(frame.language)
  return `<h1>${escape(frame.title)}</h1><p>${escape(words.confirmText)}</p><blockquote>${escape(wording)}</blockquote>
<form method="post" action="${escape(action)}"><button class="deed">${escape(words.confirmDeed)}</button></form><p class="row small">${escape(words.confirmNot)}</p>`
}

export function doneBody(
  frame: PlainFrame,
  title: 'unsubscribedTitle' | 'confirmedTitle',
  values: Record<string, string>,
  more?: string,
): string {
  const words = wordsIn(frame.language)
  const text = title === 'unsubscribedTitle' ? words.unsubscribedText : words.confirmedText
  return `<h1>${escape(fill(words[title], values))}</h1><p role="status">${escape(text)}</p>${more ? `<p><a href="${escape(more)}">${escape(words.more)}</a></p>` : ''}`
}
