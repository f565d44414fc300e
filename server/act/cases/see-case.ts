/** One case with everything needed to answer: the words, who said them, what was before, what the team knows. */
import type { App, Tx } from '#platform'
import { crisesIn, findVoices } from '#listen'
import type { ScoreKind } from '#listen/contract'
import { findPerson, listOrders, orderOnWire, personIdsWith, wholePerson } from '#people'
import { arrangedFor, crisisSeen, isSoft, wordsFor, wouldContact, type ShowWords, type Who } from '#trust'
import { wordsOf } from '#understand/contract'
import type { Case, CaseVoice } from '../contract.ts'
import { listRows } from '../today/store.ts'
import { attentionOf, caseRowOnWire, noteOnWire, stepOnWire } from './case.ts'
import { orNotFound } from './hand.ts'
import { ASKING, mayAsk } from './may-ask.ts'
import { noteNeeded } from './resolve-case.ts'
import type { CaseRecord } from './store.ts'
import {
  findReadVoice,
  listCasesOfPersons,
  listCauses,
  listNotes,
  listOtherVoices,
  listSteps,
  type EarlierRow,
  type ReadVoiceRow,
  type StepRow,
} from './store-seen.ts'

const EARLIER_SHOWN = 8
const ORDERS_SHOWN = 5
const CAUSES_SHOWN = 12

export async function seeCase(app: App, who: Who, id: string): Promise<Case> {
  const now = app.clock.now()
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound((await listRows(tx, [id]))[0])
    const voice = orNotFound(await findReadVoice(tx, found.voiceId))
    if (found.crisis) await crisisSeen(app, tx, who, [found.voiceId])
    const show = wordsFor(who)
    const around = await aroundPerson(tx, found, show)
    const steps = await listSteps(tx, id)
    return {
      ...caseRowOnWire(found, now, show),
      voice: voiceOnWire(voice, show),
      emergency: found.crisis ? await emergencyOf(tx, voice) : null,
      ...around,
      added: await addedBy(tx, steps, show),
      notes: (await listNotes(tx, id)).map(noteOnWire).map((note) => ({ ...note, text: show(note.text).text })),
      steps: steps.map(stepOnWire),
      resolution: found.resolvedAt
        ? {
            at: found.resolvedAt.toISOString(),
            by: { id: found.resolvedBy, name: found.resolvedByName ?? '' },
            cause: found.cause ?? '',
            done: show(found.done ?? '').text,
          }
        : null,
      noteNeeded: noteNeeded(found),
      heard: {
        askedAt: found.askedAt?.toISOString() ?? null,
        answer: found.feltHeard,
        answeredAt: found.feltHeardAt?.toISOString() ?? null,
        ...(await askingNow(app, tx, who.workspaceId, found)),
      },
      why: whyOf(found, now),
    }
  })
}

/** Asked at the same door as the question itself, without keeping anything. What only waits does not hide the button. */
async function askingNow(
  app: App,
  tx: Tx,
  workspaceId: string,
  found: CaseRecord,
): Promise<Pick<Case['heard'], 'mayAsk' | 'whyNot'>> {
  if (mayAsk(found) !== null) return { mayAsk: false, whyNot: null }
  if (!found.personId || !(await findPerson(tx, found.personId))) return { mayAsk: true, whyNot: null }
  const { answer, reason, words } = await wouldContact(app, tx, workspaceId, {
    personId: found.personId,
    purpose: ASKING,
    channel: 'email',
  })
  return answer || isSoft(reason) ? { mayAsk: true, whyNot: null } : { mayAsk: false, whyNot: words }
}

/** Words that came with an answer to the felt-heard question; they are voices of their own. */
async function addedBy(tx: Tx, steps: StepRow[], show: ShowWords): Promise<Case['added']> {
  const ids = steps.flatMap(({ kind, detail }) =>
    kind === 'heard' && typeof detail['voiceId'] === 'string' ? [detail['voiceId']] : [],
  )
  return (await findVoices(tx, ids)).map(({ id, text, saidAt }) => ({
    voiceId: id,
    text: show(text).text,
    at: saidAt.toISOString(),
  }))
}

/** Found again in the words each time: nothing of it is kept. Nothing is found where the whole of it sounded like danger. */
async function emergencyOf(tx: Tx, voice: ReadVoiceRow): Promise<NonNullable<Case['emergency']>> {
  const signs = crisesIn(wordsOf(voice))
  const { lines, keepDays, row } = await arrangedFor(tx)
  return { signs, kinds: [...new Set(signs.map((sign) => sign.kind))], lines, arranged: row !== undefined, keepDays }
}

export async function seeCauses(app: App, who: Who): Promise<{ cause: string; count: number }[]> {
  return app.db.inWorkspace(who.workspaceId, (tx) => listCauses(tx, CAUSES_SHOWN))
}

async function aroundPerson(
  tx: Tx,
  found: CaseRecord,
  show: ShowWords,
): Promise<Pick<Case, 'contact' | 'earlier' | 'orders' | 'troubles'>> {
  if (!found.personId || !(await findPerson(tx, found.personId)))
    return { contact: null, earlier: [], orders: [], troubles: [] }
  const ids = await personIdsWith(tx, found.personId)
  return {
    contact: await wholePerson(tx, found.personId),
    earlier: (await listOtherVoices(tx, ids, found.voiceId, EARLIER_SHOWN)).map((row) => earlierOnWire(row, show)),
    orders: (await listOrders(tx, ids, ORDERS_SHOWN)).map(orderOnWire),
    troubles: (await listCasesOfPersons(tx, ids, EARLIER_SHOWN))
      .filter((other) => other.id !== found.id)
      .map(({ id, status, saidAt, cause, done, feltHeard }) => ({
        id,
        status,
        saidAt: saidAt.toISOString(),
        cause,
        done,
        feltHeard,
      })),
  }
}

function whyOf(found: CaseRecord, now: Date): Case['why'] {
  const { hours, factor, attention } = attentionOf(found, now)
  return {
    reason: found.reason,
    strength: found.strength,
    impact: found.impact,
    impactParts: found.reason.impact,
    hours,
    waitingFactor: factor,
    attention,
    tier: found.tier,
  }
}

const scoreOnWire = (row: { scoreKind: ScoreKind | null; score: number | null }) =>
  row.scoreKind !== null && row.score !== null ? { kind: row.scoreKind, value: row.score } : null

const earlierOnWire = ({ scoreKind, score, saidAt, ...row }: EarlierRow, show: ShowWords): Case['earlier'][number] => ({
  ...row,
  title: show(row.title).text,
  text: show(row.text).text,
  score: scoreOnWire({ scoreKind, score }),
  saidAt: saidAt.toISOString(),
})

export function voiceOnWire(row: ReadVoiceRow, show: ShowWords): CaseVoice {
  const {
    id,
    title,
    text,
    question,
    source,
    channel,
    orderNumber,
    url,
    language,
    sentiment,
    family,
    intensity,
    urgency,
    kind,
    confidence,
    evidence,
    version,
    corrected,
  } = row
  const { moved } = show(wordsOf(row))
  const reading =
    sentiment === null
      ? null
      : {
          language,
          sentiment,
          family,
          intensity,
          urgency,
          kind,
          confidence,
          evidence: evidence
            .map((one) => ({ ...one, start: moved(one.start), end: moved(one.end) }))
            .filter((one) => one.end > one.start),
          version,
          corrected,
        }
  return {
    id,
    title: show(title).text,
    text: show(text).text,
    question,
    source,
    channel,
    score: scoreOnWire(row),
    saidAt: row.saidAt.toISOString(),
    orderNumber,
    url,
    reading,
  }
}
