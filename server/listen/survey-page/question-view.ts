/** One question as a form field: native controls, named for readers, big enough for thumbs. Pure. */
import type { AnswerTrouble, Given } from '../surveys/answer.ts'
import { OTHER, SCALES, SURVEY_LIMITS, textIn, type Definition, type Question } from '../surveys/definition.ts'
import { markup, type Html } from './html.ts'
import { fill, type PageWords } from './page-words.ts'

export type Shown = {
  question: Question
  definition: Definition
  language: string
  words: PageWords
  answer: Given | undefined
  /** What was sent when it could not be taken, so that nobody types it twice. */
  sent: { values: string[]; other: string } | null
  trouble: AnswerTrouble | null
}

export function questionView(shown: Shown): Html {
  const { question, definition, language, words, trouble } = shown
  const optional = question.required || question.kind === 'consent' ? '' : words.optional
  const said = textIn(question.help, language, definition) || (question.kind === 'multiple' ? words.choose : '')
  const help = [optional, said].filter(Boolean).join(' · ')
  const about = [help ? 'help' : '', trouble ? 'trouble' : ''].filter(Boolean).join(' ')
  const asked = textIn(question.text, language, definition)
  const notes = markup`${help && markup`<p id="help" class="help">${help}</p>`}${trouble && markup`<p id="trouble" class="trouble" role="alert">${troubleWords(shown, trouble)}</p>`}`
  if (question.kind === 'text')
    return markup`<div class="question"><h1><label for="answer" id="asked" tabindex="-1">${asked}</label></h1>${notes}${written(shown, question, about)}</div>`
  const described = about && markup` aria-describedby="${about}"`
  return markup`<fieldset class="question"${described}><legend><h1 id="asked" tabindex="-1">${asked}</h1></legend>${notes}${chosenFrom(shown)}</fieldset>`
}

function troubleWords({ question, words }: Shown, trouble: AnswerTrouble): string {
  return trouble === 'missing' && question.kind === 'consent' ? words.missingConsent : words[trouble]
}

function chosenFrom(shown: Shown): Html {
  const { question } = shown
  switch (question.kind) {
    case 'nps':
    case 'ces':
      return scale(shown, question)
    case 'csat':
      return worded(shown, question)
    case 'star':
      return stars(shown)
    case 'single':
    case 'multiple':
      return choices(shown, question)
    default:
      return markup`<div class="choices">${choice(shown, 'checkbox', '1', shown.words.agree)}</div>`
  }
}

const chosen = ({ sent, answer }: Shown): string[] =>
  sent?.values ?? (answer && answer.number !== null ? [String(answer.number)] : (answer?.choices ?? []))

const checked = (shown: Shown, value: string) => chosen(shown).includes(value) && markup` checked`

function radio(shown: Shown, value: number, face: Html, say: string = ''): Html {
  const named = say && markup` aria-label="${say}"`
  return markup`<label><input type="radio" name="answer" value="${value}"${named}${checked(shown, String(value))}><span>${face}</span></label>`
}

function scale(shown: Shown, question: Question & { kind: 'nps' | 'ces' }): Html {
  const [low, high] = SCALES[question.kind]
  const lowText = textIn(question.low, shown.language, shown.definition)
  const highText = textIn(question.high, shown.language, shown.definition)
  const numbers = Array.from({ length: high - low + 1 }, (_, index) => low + index)
  const say = (number: number) =>
    number === low && lowText ? `${number}, ${lowText}` : number === high && highText ? `${number}, ${highText}` : ''
  const ends =
    (lowText || highText) &&
    markup`<p class="ends" aria-hidden="true"><span>${lowText}</span><span>${highText}</span></p>`
  return markup`<div class="scale of${numbers.length}">${numbers.map((number) => radio(shown, number, markup`${number}`, say(number)))}</div>${ends}`
}

function worded(shown: Shown, question: Question & { kind: 'csat' }): Html {
  const { words, language, definition } = shown
  const low = textIn(question.low, language, definition) || words.csat1
  const high = textIn(question.high, language, definition) || words.csat5
  const labels = [low, words.csat2, words.csat3, words.csat4, high]
  return markup`<div class="worded">${labels.map((label, index) => radio(shown, index + 1, markup`<b>${index + 1}</b><span>${label}</span>`))}</div>`
}

const STAR = markup`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z"/></svg>`

const stars = (shown: Shown): Html =>
  markup`<div class="stars">${[1, 2, 3, 4, 5].map((number) => radio(shown, number, STAR, fill(shown.words.star, { n: number })))}</div>`

const choice = (shown: Shown, type: 'radio' | 'checkbox', id: string, text: string): Html =>
  markup`<label class="choice"><input type="${type}" name="answer" value="${id}"${checked(shown, id)}><span>${text}</span></label>`

function choices(shown: Shown, question: Question & { kind: 'single' | 'multiple' }): Html {
  const type = question.kind === 'single' ? 'radio' : 'checkbox'
  const { words } = shown
  const text = shown.sent?.other ?? shown.answer?.text ?? ''
  const offered = question.choices.map((one) =>
    choice(shown, type, one.id, textIn(one.text, shown.language, shown.definition)),
  )
  const other =
    question.other &&
    markup`${choice(shown, type, OTHER, words.otherChoice)}<label class="other"><span class="heard-only">${words.otherWords}</span><input type="text" name="other" value="${text}" placeholder="${words.otherWords}" maxlength="${SURVEY_LIMITS.text}" autocomplete="off" dir="auto"></label>`
  return markup`<div class="choices">${offered}${other}</div>`
}

function written(shown: Shown, question: Question & { kind: 'text' }, about: string): Html {
  const text = shown.sent ? shown.sent.values.join('\n') : (shown.answer?.text ?? '')
  const described = markup`${about && markup` aria-describedby="${about}"`}${shown.trouble && markup` aria-invalid="true"`}`
  // A line break right after the tag is not part of the text; without it a text that begins with one would lose it.
  if (question.input === 'long')
    return markup`<textarea id="answer" name="answer" rows="5" maxlength="${SURVEY_LIMITS.answer}" dir="auto"${described}>\n${text}</textarea>`
  const kind =
    question.input === 'email'
      ? markup`type="email" inputmode="email" autocomplete="email" placeholder="${shown.words.emailHint}" dir="ltr"`
      : markup`type="text" autocomplete="off" dir="auto"`
  return markup`<input class="line" id="answer" name="answer" ${kind} maxlength="${SURVEY_LIMITS.text}" value="${text}"${described}>`
}
