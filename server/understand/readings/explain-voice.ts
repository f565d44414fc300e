/**
 * Why a voice reads as it does, in the one shape every verdict explains itself in. The account is made anew by the model at
 * work now; where that is the one that decided, its parts add up to the stored score, and `holds` says whether they do.
 */
import { addUp, FAMILY_OF, type Account, type Emotion, type EvidenceFor } from '#engine'
import { Refusal, type App } from '#platform'
import { offSince, type Who } from '#trust'
import { sayer, type Explanation, type Seen } from '#trust/contract'
import { READING } from '../automations.ts'
import { wordsOf, type Reading, type Voice } from '../contract.ts'
import { wholeVoice } from '../voices/see-voice.ts'
import { VOICE_WHY } from './explanation-words.ts'
import { readersOf } from './readers.ts'
import { listUnread } from './store.ts'

const say = sayer(VOICE_WHY)

/** What a language is called; the page says it in the reader's own where it can. */
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

/** Scores are rounded to thousandths and stored as 32-bit floats. */
const TOLERANCE = 0.0015

export async function explainVoice(app: App, who: Who, id: string): Promise<Explanation> {
  const { voice, unread, off } = await app.db.inWorkspace(who.workspaceId, async (tx) => ({
    voice: await wholeVoice(app, tx, who, id),
    unread: (await listUnread(tx, [id]))[0],
    off: await offSince(tx, READING),
  }))
  if (!unread) throw new Refusal('voice_not_seen', 'There is no such voice here.')
  const { reading } = voice
  if (voice.crisis) return nothingWeighed()
  if (!reading) return unreadYet(off)
  if (reading.heldBack || reading.failed) return nothingSaid(reading)
  const account = await readersOf(app).account(unread)
  const recomputed = account && account.version === reading.version ? account : null
  const words = wordsOf(voice)
  const score = scoreRead(voice)
  return {
    ...common(voice, reading),
    saw: seenIn(reading, words),
    sum: recomputed && sumOf(recomputed),
    wouldChange: changes(voice, reading, words),
    holds: recomputed && score !== null ? Math.abs(addUp(recomputed).score - score) <= TOLERANCE : null,
  }
}

/** What the model said, also where a person said otherwise; null where only the person's word is kept. */
function scoreRead({ reading, correction }: Voice): number | null {
  if (!reading) return null
  return correction ? correction.readScore : reading.sentimentScore
}

function common(voice: Voice, reading: Reading): Omit<Explanation, 'saw' | 'sum' | 'wouldChange' | 'holds'> {
  const { correction } = voice
  return {
    automation: READING.key,
    verdict: correction ? say('verdict.corrected', { name: correction.byName }) : say(`verdict.${reading.sentiment}`),
    decidedBy: correction
      ? { kind: 'person', name: say('by.person', { name: correction.byName }), version: null, at: correction.at }
      : { kind: 'model', name: say('by.model'), version: reading.version, at: reading.readAt },
    sure: correction
      ? { share: 1, words: say('sure.person') }
      : reading.confidence > 0
        ? {
            share: reading.confidence,
            words: say('sure.share', { percent: Math.round(reading.confidence * 100) }),
          }
        : { share: null, words: say('sure.none') },
    overrule: say(correction ? 'overrule.back' : 'overrule'),
  }
}

/** Each stretch of words once for each thing it does; families of feelings, because the finer names are too often wrong. */
function seenIn(reading: Reading, words: string): Seen[] {
  const said = (start: number, end: number): string => words.slice(start, end).replaceAll(/\s+/g, ' ').trim()
  // What led to the verdict stands before what spoke against it.
  const side = reading.sentimentScore < 0 ? 'negative' : 'positive'
  const place = (what: EvidenceFor): number => (what === side ? 0 : what === 'negative' || what === 'positive' ? 1 : 2)
  const spans = reading.evidence
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => place(a.for) - place(b.for))
    .map((span) => ({ what: say(doesOf(span.for)), quote: said(span.start, span.end), figure: span.weight }))
  const about = reading.aspects.map(({ start, end, sentiment: { label } }) => ({
    what: say(label === 'positive' || label === 'negative' ? `saw.about.${label}` : 'saw.about.other'),
    quote: said(start, end),
    figure: null,
  }))
  const language = reading.language
    ? [
        {
          what: say('saw.language', { language: LANGUAGES.of(reading.language) ?? reading.language }),
          quote: null,
          figure: null,
        },
      ]
    : []
  return [...spans, ...about, ...language]
}

function doesOf(what: EvidenceFor): keyof typeof VOICE_WHY {
  const [group, name = ''] = what.split(':')
  const does = group === 'emotion' ? FAMILY_OF[name as Emotion] : group === 'kind' ? name : group
  const key = `saw.${does}`
  return key in VOICE_WHY ? (key as keyof typeof VOICE_WHY) : 'saw.other'
}

/** Everything that was added up, in four lines: positive minus negative. */
function sumOf(account: Account): Explanation['sum'] {
  const lean = ([negative, , positive]: readonly [number, number, number]): number => positive - negative
  const leans = account.words.map((word) => lean(word.sides))
  const parts = [
    { what: say('sum.good'), figure: leans.filter((one) => one > 0).reduce((a, b) => a + b, 0) },
    { what: say('sum.bad'), figure: leans.filter((one) => one < 0).reduce((a, b) => a + b, 0) },
    { what: say('sum.shape'), figure: lean(account.shape) },
    { what: say('sum.start'), figure: lean(account.start) },
  ]
  return { how: 'add', parts, result: lean(addUp(account).sides), means: say('sum.means') }
}

function changes(voice: Voice, reading: Reading, words: string): Explanation['wouldChange'] {
  const strongest = reading.evidence
    .filter((span) => span.for === 'negative' || span.for === 'positive')
    .toSorted((a, b) => b.weight - a.weight)[0]
  return [
    ...(strongest && !voice.correction
      ? [say('change.words', { words: words.slice(strongest.start, strongest.end).trim() })]
      : []),
    ...(voice.question ? [say('change.question', { question: voice.question })] : []),
    ...(voice.score ? [say('change.score')] : []),
    say('change.version', { version: reading.version }),
  ]
}

const NOTHING = { saw: [], sum: null, holds: null }

const unreadYet = (off: Date | null): Explanation => ({
  ...NOTHING,
  automation: READING.key,
  verdict: say(off ? 'verdict.off' : 'verdict.waits'),
  decidedBy: { kind: 'rule', name: say('by.rule'), version: null, at: off?.toISOString() ?? null },
  sure: { share: null, words: say('sure.none') },
  wouldChange: off ? [say('change.on')] : [],
  overrule: say('overrule.none'),
})

/** A voice for few eyes: no feeling is read of it, and no figure kept. */
const nothingWeighed = (): Explanation => ({
  ...unreadYet(null),
  verdict: say('verdict.crisis'),
})

const nothingSaid = (reading: Reading): Explanation => ({
  ...NOTHING,
  automation: READING.key,
  verdict: say(reading.failed ? 'verdict.failed' : `verdict.${reading.heldBack ?? 'no_words'}`),
  decidedBy: { kind: 'rule', name: say('by.rule'), version: reading.version || null, at: reading.readAt },
  sure: { share: null, words: say('sure.none') },
  wouldChange: [],
  overrule: say('overrule.none'),
})
