/**
 * How the sample's people looked after what needed somebody: the told troubles in their own words, everything else as a
 * busy shop does it, a little quicker than a year ago. Drawn with a seed from the business alone.
 */
import { CARE, NOTES, ONCE_MORE } from './aftercare.ts'
import type { Business } from './business.ts'
import { makeChance, type Chance } from './chance.ts'
import { STAFF } from './names.ts'
import { DAY, TURNS } from './season.ts'
import type { SampleTrouble } from './trouble.ts'
import type { SampleVoice } from './voice.ts'

type End = { at: Date; note: string; cause: string; done: string }
export type Handling = {
  voiceKey: string
  /** Only where the words alone would have brought it to somebody, or only where somebody had to see it. */
  only?: 'where-needed' | 'where-missed'
  by: string
  /** Left out: nobody has taken it yet. */
  takenAt?: Date
  resolved?: End & { askedAt?: Date; heard?: { answer: boolean; at: Date }; again?: End & { by: string } }
}

const HOUR = 3_600_000
/** What is younger than this waits, as on any Monday. */
const STILL_WAITING = 2.2 * DAY
/** A "no" younger than this waits for its second answer. */
const BACK_WAITING = 5 * DAY

export function makeHandling(business: Business, now: Date): Handling[] {
  const told = business.troubles.map((trouble) => toldHandling(business, trouble))
  const spoken = new Set(business.troubles.flatMap(({ voiceKeys }) => voiceKeys))
  const chance = makeChance(7)
  const everyday = business.voices
    .filter((voice) => !spoken.has(voice.key) && now.getTime() - Date.parse(voice.saidAt) > STILL_WAITING)
    .flatMap((voice) => everydayHandling(voice, now, chance) ?? [])
  return [...told, ...everyday]
}

const nameOf = (key: string): string => STAFF.find((one) => one.key === key)?.name ?? key
const after = (moment: string | Date, hours: number): Date => new Date(new Date(moment).getTime() + hours * HOUR)
const inWords = (done: readonly string[]): string => done.join('. ')

function toldHandling({ voices }: Business, trouble: SampleTrouble): Handling {
  const said = (key: string | undefined) => voices.find((voice) => voice.key === key)
  if (trouble.state === 'open') {
    const newest = said(trouble.voiceKeys.at(-1))!
    if (trouble.ownerKey)
      return { voiceKey: newest.key, by: nameOf(trouble.ownerKey), takenAt: after(newest.saidAt, 0.6) }
    // What no rule sees, a colleague does: it is put on Today by hand.
    return { voiceKey: newest.key, by: nameOf('yusuf'), only: 'where-missed' }
  }
  const { by, at, note, cause, done, feltHeard, answerKey, again } = trouble.handled!
  const answer = said(answerKey)
  // Somebody who felt half heard wrote so, and pressed no button.
  const pressed = answer && feltHeard !== 'partly'
  return {
    voiceKey: trouble.voiceKeys[0]!,
    by: nameOf(by),
    takenAt: after(trouble.waitingSince, (Date.parse(at) - Date.parse(trouble.waitingSince)) / HOUR / 4),
    resolved: {
      at: new Date(at),
      note,
      cause,
      done: inWords(done),
      askedAt: after(at, 2),
      ...(pressed ? { heard: { answer: feltHeard === 'yes', at: after(answer.saidAt, 0.1) } } : {}),
      ...(answer && again
        ? {
            again: {
              by: nameOf(again.by),
              at: after(answer.saidAt, again.hours),
              note: again.note,
              cause: again.cause,
              done: inWords(again.done),
            },
          }
        : {}),
    },
  }
}

function everydayHandling(voice: SampleVoice, now: Date, chance: Chance): Handling | null {
  const ago = (now.getTime() - Date.parse(voice.saidAt)) / DAY
  const slowness = ago > 330 ? 20 : ago > TURNS.bikes ? 14 : 9
  const at = inOpeningHours(after(voice.saidAt, 1 + Math.min(140, -Math.log(1 - chance.next()) * slowness)))
  const care = chance.pick(CARE[voice.topic])
  const by = nameOf(chance.pick(['tom', 'tom', 'ines', 'ines', 'yusuf', 'maren']))
  const note = chance.pick(NOTES)
  const asked = chance.happens(0.7)
  const answers = chance.happens(0.5)
  const answer = chance.happens(voice.topic === 'app' ? 0.66 : 0.86)
  const answerHours = chance.whole(1, 60)
  const more = chance.pick(ONCE_MORE)
  if (at >= now) return null
  const askedAt = after(at, 2)
  const heardAt = after(askedAt, answerHours)
  const againAt = inOpeningHours(after(heardAt, 6))
  const heard = asked && voice.personKey !== undefined && answers && heardAt < now
  return {
    voiceKey: voice.key,
    only: 'where-needed',
    by,
    takenAt: after(voice.saidAt, (at.getTime() - Date.parse(voice.saidAt)) / HOUR / 2),
    resolved: {
      at,
      note,
      ...care,
      ...(asked && voice.personKey && askedAt < now ? { askedAt } : {}),
      ...(heard ? { heard: { answer, at: heardAt } } : {}),
      ...(heard && !answer && now.getTime() - heardAt.getTime() > BACK_WAITING
        ? { again: { ...more, by: nameOf('maren'), at: againAt } }
        : {}),
    },
  }
}

/** Nobody answers at night: what comes due then is done in the morning. */
function inOpeningHours(moment: Date): Date {
  const hour = moment.getUTCHours()
  if (hour >= 6 && hour < 18) return moment
  const morning = new Date(moment)
  morning.setUTCHours(hour < 6 ? 6 : 30, moment.getUTCMinutes() % 50, moment.getUTCSeconds())
  return morning
}
