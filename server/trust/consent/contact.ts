/**
 * May this person be contacted for this purpose in this way, now? Pure: facts in, a verdict with its reason out. The first
 * rule that applies decides, and what a person said comes before everything that only a clock says:
 *
 *   1  the purpose and the way exist            5  a yes where the purpose takes one (or the soft opt-in)
 *   2  the person exists                        6  an address, and one that does not come back
 *   3  frozen; objected; erased once            7  no question on how we did while a complaint is open
 *   4  withdrawn; paused                        8  how often they choose; quiet hours
 *
 * Whoever wished to be erased and comes back out of an old list is not written to unasked until they say yes themselves.
 * An objection ends advertising whatever else was said (GDPR 21(3)), and whatever rests on an interest of ours. A consent
 * to something else, given freely, is not touched by it.
 */
import type { ContactChannel, ContactReason, ConsentState, ContactRules, Frequency } from './contract.ts'
import { isService, type PurposeRow } from './purpose.ts'
import { quietNow } from './quiet-hours.ts'

export type ContactFacts = {
  now: Date
  channel: ContactChannel
  purpose: PurposeRow | null
  title: string
  /** Null: nobody here, or not any more. */
  person: { name: string; timezone: string | null; addresses: number | null; bounced: number; bought: boolean } | null
  frozen: boolean
  objected: boolean
  state: ConsentState
  since: Date | null
  /** The yes came from the person, not out of a file. */
  ownWord: boolean
  /** When somebody with this address was erased at their wish. */
  erasedAt: Date | null
  frequency: Frequency
  pausedUntil: Date | null
  /** When they were last contacted for anything that counts. */
  lastAt: Date | null
  complaintOpen: boolean
  rules: ContactRules
  homeZone: string
}

export type Verdict = {
  answer: boolean
  reason: ContactReason
  words: string
  notBefore: Date | null
  restsOn: Record<string, unknown>
}

const DAY = 86_400_000
export const FREQUENCY_DAYS: Readonly<Record<Frequency, number>> = { any: 0, week: 7, month: 30, quarter: 91 }

export function judge(facts: ContactFacts): Verdict {
  return refusedByRight(facts) ?? refusedByReach(facts) ?? refusedByTime(facts) ?? allowed(facts)
}

/** Only waiting stands in the way, or an address: nothing the person said. */
export const isSoft = (reason: ContactReason): boolean =>
  reason === 'quiet_hours' || reason === 'no_address' || reason === 'bounced'

const no = (
  reason: ContactReason,
  words: string,
  restsOn: Record<string, unknown> = {},
  notBefore: Date | null = null,
): Verdict => ({ answer: false, reason, words, notBefore, restsOn })

function refusedByRight(facts: ContactFacts): Verdict | null {
  const { purpose, person, channel, title } = facts
  const name = person?.name || 'This person'
  if (!purpose) return no('purpose_unknown', 'Nobody has said what this would be for.')
  if (purpose.retiredAt) return no('purpose_over', `“${title}” is no longer a reason to write to anybody here.`)
  if (!purpose.channels.includes(channel))
    return no('channel_not_used', `“${title}” does not go out by ${SAID[channel]} here.`)
  if (!person) return no('person_unknown', 'This person is not here, or not any more.')
  if (facts.frozen) return no('frozen', `${name} asked for their data to be left alone.`)
  if (facts.objected && (purpose.marketing || purpose.basis === 'legitimate_interest'))
    return no(
      'objected',
      purpose.marketing ? `${name} objected. No advertising goes out to them.` : `${name} objected to this.`,
      { basis: purpose.basis },
    )
  if (facts.erasedAt && !isService(purpose) && !(facts.state === 'agreed' && facts.ownWord))
    return no(
      'erased_before',
      `Somebody with this address asked to be erased on ${day(facts.erasedAt)}. Nothing goes out unasked until they say yes themselves.`,
      { erasedAt: facts.erasedAt },
    )
  if (facts.state === 'withdrawn')
    return no('withdrawn', `${name} does not want “${title}” by ${SAID[channel]}.`, { since: facts.since })
  if (facts.pausedUntil && facts.pausedUntil > facts.now && !isService(purpose))
    return no(
      'paused',
      `${name} asked for a pause until ${day(facts.pausedUntil)}.`,
      { pausedUntil: facts.pausedUntil },
      facts.pausedUntil,
    )
  if (purpose.basis !== 'consent' || facts.state === 'agreed' || maySoft(facts)) return null
  return facts.state === 'unconfirmed'
    ? no('unconfirmed', `${name} has not confirmed yet that the address is theirs.`, { since: facts.since })
    : no('not_agreed', `${name} has not agreed to “${title}” by ${SAID[channel]}.`)
}

/** ePrivacy 13(2): the address came with a sale, and nobody said no. The owner vouches for the rest by switching it on. */
const maySoft = ({ purpose, person, channel, state }: ContactFacts): boolean =>
  Boolean(purpose?.softOptIn && person?.bought) && (channel === 'email' || channel === 'sms') && state === 'none'

function refusedByReach({ person, channel, purpose, complaintOpen }: ContactFacts): Verdict | null {
  if (!person || !purpose) return null
  const name = person.name || 'This person'
  if (person.addresses === 0) return no('no_address', `No ${ADDRESS[channel]} of ${person.name || 'theirs'} is known.`)
  if (person.addresses !== null && person.bounced >= person.addresses)
    return no(
      'bounced',
      `What was sent to ${person.name || 'them'} came back; the ${ADDRESS[channel]} no longer works.`,
    )
  if (purpose.asks && complaintOpen)
    return no('complaint_open', `${name} still waits for an answer to a complaint. First that, then questions.`)
  return null
}

function refusedByTime(facts: ContactFacts): Verdict | null {
  const { purpose, person, now } = facts
  if (!person || !purpose) return null
  const days = FREQUENCY_DAYS[facts.frequency]
  const next = facts.lastAt && days > 0 ? new Date(facts.lastAt.getTime() + days * DAY) : null
  if (next && next > now && !isService(purpose))
    return no(
      'too_soon',
      `${person.name || 'This person'} wants to hear from you at most once ${A[facts.frequency]}. The last time was on ${day(facts.lastAt!)}.`,
      { frequency: facts.frequency, lastAt: facts.lastAt },
      next,
    )
  const quiet = purpose.quiet ? quietNow(facts.rules, person.timezone, facts.homeZone, now) : null
  return quiet
    ? no(
        'quiet_hours',
        `It is ${quiet.clock} (${quiet.zone}). Let them rest; from ${timeIn(quiet.until, quiet.zone)} on it is fine.`,
        { zone: quiet.zone, clock: quiet.clock },
        quiet.until,
      )
    : null
}

function allowed({ purpose, person, state, since, title }: ContactFacts): Verdict {
  const basis = purpose!.basis
  const name = person!.name || 'This person'
  const yes = (reason: ContactReason, words: string, restsOn: Record<string, unknown>): Verdict => ({
    answer: true,
    reason,
    words,
    notBefore: null,
    restsOn,
  })
  if (state === 'agreed') return yes('agreed', `${name} agreed to “${title}”.`, { basis, since })
  if (basis === 'consent')
    return yes('soft_opt_in', `${name} bought from you and has not said no to “${title}”.`, { basis })
  if (basis === 'contract') return yes('contract', `“${title}” is part of what ${name} asked you to do.`, { basis })
  if (basis === 'legal_obligation') return yes('legal_obligation', `The law asks you to send “${title}”.`, { basis })
  return yes(
    'legitimate_interest',
    `${name} has not said no to “${title}”, and your weighing of interests is written down.`,
    {
      basis,
    },
  )
}

const SAID: Readonly<Record<ContactChannel, string>> = {
  email: 'e-mail',
  sms: 'text message',
  phone: 'phone',
  post: 'post',
  chat: 'chat',
}
const ADDRESS: Readonly<Record<ContactChannel, string>> = {
  email: 'e-mail address',
  sms: 'phone number',
  phone: 'phone number',
  post: 'postal address',
  chat: 'chat address',
}
const A: Readonly<Record<Frequency, string>> = { any: '', week: 'a week', month: 'a month', quarter: 'a quarter' }

const day = (at: Date): string => at.toISOString().slice(0, 10)
const timeIn = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
