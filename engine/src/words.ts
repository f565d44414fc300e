/**
 * What a token means to the models: its plain form and the hashes of the form and of its parts (runs of 3–5 letters, so
 * that "delivry" still reads like "delivery").
 *
 * Fairness by design: in English, words that only tell a gender, and capitalised words never seen in lower case (names),
 * are replaced by one common form before anything is read, so that swapping them cannot change a verdict. Elsewhere words
 * with a capital within a sentence are, and in German, where other words bear capitals too, the given names of a list. English
 * words that only tell of a disability say nothing.
 */
import { GIVEN_NAMES } from './given-names.ts'
import { hashOf, SALT } from './hashes.ts'
import { TOKEN, WORD_LIMIT, type Tokens } from './tokens.ts'

export type Form = { text: string; hash: number; parts: Int32Array }

export type Word = {
  /** Lower case, as written. */
  plain: string
  form: Form
  negator: boolean
  /** Ends a negation and opens a new clause: "but", "however". */
  turns: boolean
  /** Says nothing in a chain of words (commas, brackets): pairs reach over it. */
  silent: boolean
  /** Ends a chain: full stop, exclamation mark. */
  stops: boolean
  shouted: boolean
  /** Begins with a capital and goes on in small letters. */
  capital: boolean
  stretched: boolean
  picture: boolean
  noun: boolean
  known: boolean
  row: Float32Array | null
  /** What it puts on the filters of the net, once a text with it was given to the net. */
  pulls: Int32Array | null
}

const GENDERED: Record<string, string> = Object.assign(Object.create(null) as Record<string, string>, {
  he: 'they',
  she: 'they',
  him: 'them',
  her: 'them',
  his: 'them',
  hers: 'them',
  their: 'them',
  "he's": "they're",
  "she's": "they're",
  "he'd": "they'd",
  "she'd": "they'd",
  "he'll": "they'll",
  "she'll": "they'll",
  himself: 'themself',
  herself: 'themself',
  man: 'person',
  woman: 'person',
  lady: 'person',
  gentleman: 'person',
  guy: 'person',
  girl: 'person',
  boy: 'person',
  men: 'people',
  women: 'people',
  ladies: 'people',
  gentlemen: 'people',
  guys: 'people',
  girls: 'people',
  boys: 'people',
  husband: 'partner',
  wife: 'partner',
  boyfriend: 'partner',
  girlfriend: 'partner',
  son: 'child',
  daughter: 'child',
  mother: 'parent',
  father: 'parent',
  mum: 'parent',
  mom: 'parent',
  dad: 'parent',
  brother: 'sibling',
  sister: 'sibling',
  uncle: 'relative',
  aunt: 'relative',
  nephew: 'relative',
  niece: 'relative',
  grandmother: 'grandparent',
  grandfather: 'grandparent',
  grandma: 'grandparent',
  grandpa: 'grandparent',
  waitress: 'waiter',
  actress: 'actor',
  mr: 'title',
  mrs: 'title',
  ms: 'title',
  madam: 'sir',
})

const NEGATORS = new Set(
  (
    'no not never nothing none nobody nowhere neither nor without hardly barely scarcely cannot cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint lack lacks lacking ' +
    'nicht kein keine keinen keinem keiner nie niemals pas jamais aucun aucune sans rien non mai senza nessun nessuno nunca jamás ningún ninguna sin nada não nem sem nenhum nenhuma nie nigdy bez żaden inte aldrig ingen inget utan ' +
    'niet geen nooit zonder ei en eikä ilman koskaan değil yok hiç ikke aldri uden uten tidak bukan tak belum tanpa kurang'
  ).split(' '),
)

const TURNS = new Set(
  'but however although though yet except nevertheless unfortunately aber jedoch leider trotzdem mais cependant malheureusement pero sin embargo aunque ma però purtroppo mas porém infelizmente men dock tyvärr maar echter helaas ale niestety mutta valitettavasti ama fakat tapi tetapi namun sayangnya'.split(
    ' ',
  ),
)

const STRETCH = /(.)\1{2,}/u
const STRETCHES = /(.)\1{2,}/gu

function plain(raw: string): string {
  let text = raw.length > WORD_LIMIT ? raw.slice(0, WORD_LIMIT) : raw
  text = text.toLowerCase().replaceAll('\u2019', "'").replaceAll('\u02bc', "'")
  if (/[\u0300-\u036f]/.test(text)) text = text.normalize('NFC')
  // Turkish İ lowers to i plus a dot above.
  return text.replaceAll('\u0307', '').replace(STRETCHES, '$1$1')
}

function parts(text: string, shortest: number, longest: number): Int32Array {
  const framed = `^${text}$`
  const found: number[] = []
  for (let size = shortest; size <= longest; size++) {
    for (let from = 0; from + size <= framed.length; from++) {
      found.push(hashOf(framed, SALT.part, from, from + size))
    }
  }
  return Int32Array.from(found)
}

const NO_PARTS = new Int32Array(0)

function formOf(text: string, shortest: number): Form {
  return { text, hash: hashOf(text, SALT.word), parts: text.length > 2 ? parts(text, shortest, 5) : NO_PARTS }
}

function bare(text: string): Form {
  return { text, hash: hashOf(text, SALT.word), parts: NO_PARTS }
}

/** Feelings that pictures and smileys show, so that a rare one borrows from a common one. */
const PICTURE_FEELINGS: readonly (readonly [string, string])[] = [
  ['joy', '😀😃😄😁😊🙂☺😇🤗😺🎉🥳🙌✨🌞😋😌👌👏💪🤩😎🌟⭐🥰😻💯'],
  ['fun', '😆😅🤣😂😹😜😝🤪😛😉'],
  ['love', '❤♥💕💖💗💓💞💘💙💚💛💜🧡🤍😍😘💝🫶'],
  ['thanks', '🙏💐🌹'],
  ['good', '👍✅🆗🤝'],
  ['bad', '👎❌🚫⛔💩'],
  ['anger', '😠😡🤬👿😤🖕💢'],
  ['sad', '😢😭😞😔😟🙁☹😥😿💔😓😩😫🥺😕'],
  ['fear', '😱😨😰😧😖😬'],
  ['disgust', '🤢🤮🤧'],
  ['surprise', '😮😲😯😳🤯'],
  ['doubt', '🤔🙄😒😑😐🤨🤷🤦'],
]

function pictureForms(): Map<string, Form> {
  const forms = new Map<string, Form>()
  for (const [feeling, signs] of PICTURE_FEELINGS) for (const sign of signs) forms.set(sign, bare(`<${feeling}>`))
  return forms
}

function smileyFeeling(raw: string): string {
  if (raw === '<3') return '<love>'
  const mouth = raw.charAt(raw.length - 1)
  const crying = raw.includes("'")
  if (mouth === '(' || mouth === '[') return '<sad>'
  if (mouth === '/' || mouth === '\\' || mouth === '|' || mouth === '*') return mouth === '*' ? '<love>' : '<doubt>'
  if (mouth === 'o' || mouth === 'O') return '<surprise>'
  if (mouth === 'D' || mouth === 'd') return crying ? '<fun>' : '<joy>'
  return raw.startsWith(';') || 'Pp'.includes(mouth) ? '<fun>' : '<joy>'
}

/** What somebody lives with; whether the ramp is missing is said by the other words. */
const TRAITS = new Set(
  'blind deaf disabled disability disabilities wheelchair wheelchairs autistic autism dyslexic dyslexia epileptic epilepsy amputee paraplegic impaired impairment neurodivergent adhd asperger downs'.split(
    ' ',
  ),
)
export const TRAIT = '<trait>'
/** Of these, the ones that somebody has or sits in: "in a wheelchair", "with epilepsy". */
const HAD = new Set(
  'wheelchair wheelchairs disability disabilities autism dyslexia epilepsy adhd asperger downs'.split(' '),
)
/** They lead up to a trait that somebody has, and say no more than it does. */
const USHERS = new Set('in on with using uses a an the'.split(' '))

/** Where somebody has a trait, the words that lead up to it become as silent as the trait itself. */
function hushUshers(words: Word[], count: number): void {
  for (let i = 1; i < count; i++) {
    const trait = words[i] as Word
    if (trait.form.text !== TRAIT || !HAD.has(trait.plain)) continue
    for (let at = i - 1; at >= 0 && at >= i - 2 && USHERS.has((words[at] as Word).plain); at--) words[at] = trait
  }
}

/** Here things bear capitals as well as names. */
const CAPITAL_NOUNS = new Set(['de', 'lb'])

/**
 * Elsewhere than in English and German a capital within a sentence tells a name (or somebody addressed with respect), which
 * no list could hold; it is read as `name`, so that swapping it cannot change a verdict.
 */
function hideNames(words: Word[], tokens: Tokens, language: string, name: Word): void {
  if (CAPITAL_NOUNS.has(language)) return
  for (let i = 1; i < tokens.count; i++) if ((words[i] as Word).capital && tokens.opens[i] === 0) words[i] = name
}

/**
 * Masks what only its place gives away. The trainer and the reader both call this, so that they can never disagree; what no
 * language is known of is read as English.
 */
export function maskPlaces(words: Word[], tokens: Tokens, language: string | null, name: Word): void {
  if (language === null || language === 'en') hushUshers(words, tokens.count)
  else hideNames(words, tokens, language, name)
}

/** A given name of the list, as which `maskPlaces` lets all names be read. */
export const ANY_NAME = 'Anna'

export type Lexis = { known(hash: number): boolean; noun(hash: number): boolean }

export type WordMaker = (raw: string, kind: number) => Word

/** 'all': gendered words, names and traits (English). 'names': given names of the list (elsewhere). */
export type Masks = 'all' | 'names' | 'none'

/** `shortest`: length of the shortest part. */
export function wordMaker(lexis: Lexis, masks: Masks, shortest: number): WordMaker {
  const pictures = pictureForms()
  const blank = {
    plain: '',
    negator: false,
    turns: false,
    silent: false,
    stops: false,
    shouted: false,
    capital: false,
    stretched: false,
  }
  const rest = { picture: false, noun: false, known: true, row: null, pulls: null }

  const ofWord = (raw: string): Word => {
    const text = plain(raw)
    const shouted = raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()
    const hash = hashOf(text, SALT.word)
    const known = lexis.known(hash)
    const capital = !shouted && raw.charAt(0) !== raw.charAt(0).toLowerCase()
    const form = formUnder(raw, text, capital, known)
    const negator = NEGATORS.has(text) || text.endsWith("n't")
    const word = {
      ...blank,
      ...rest,
      plain: text,
      form,
      negator,
      turns: TURNS.has(text),
      shouted,
      capital: capital && raw.length > 1 && raw.slice(1) === raw.slice(1).toLowerCase(),
      stretched: STRETCH.test(raw),
    }
    return { ...word, silent: form.text === TRAIT, noun: lexis.noun(hash), known }
  }

  const formUnder = (raw: string, text: string, capital: boolean, known: boolean): Form => {
    if (masks === 'names' && capital && GIVEN_NAMES.has(raw)) return bare('<name>')
    if (masks !== 'all') return formOf(text, shortest)
    if (TRAITS.has(text)) return bare(TRAIT)
    const common = GENDERED[text]
    if (common !== undefined) return bare(common)
    return capital && !known ? bare('<name>') : formOf(text, shortest)
  }

  return (raw, kind) => {
    if (kind === TOKEN.word) return ofWord(raw)
    if (kind === TOKEN.number) return { ...blank, ...rest, form: bare(numberForm(raw)) }
    if (kind === TOKEN.link) return { ...blank, ...rest, form: bare('<link>'), silent: true }
    if (kind === TOKEN.sign) return { ...blank, ...rest, form: bare(raw) }
    if (kind === TOKEN.smiley) return { ...blank, ...rest, form: bare(smileyFeeling(raw)), picture: true, stops: true }
    if (kind === TOKEN.picture) {
      const sign = String.fromCodePoint(raw.codePointAt(0) ?? 0x25a1)
      return { ...blank, ...rest, form: pictures.get(sign) ?? bare(sign), picture: true, stops: true }
    }
    const sign = raw.charAt(0)
    if ('!?'.includes(sign) || raw === '...' || sign === '…') {
      const text = sign === '.' ? '…' : raw.length > 1 ? sign + sign : sign
      return { ...blank, ...rest, form: bare(text), stops: true }
    }
    const stops = '.;:。！？।؟'.includes(sign)
    return { ...blank, ...rest, form: bare(sign), stops, silent: !'?؟'.includes(sign) }
  }
}

/** Small numbers mean something ("5 stars", "1/10"); of large ones only the length does. */
function numberForm(raw: string): string {
  return raw.length <= 3 ? raw.toLowerCase() : `<${Math.min(raw.length, 12)}>`
}
