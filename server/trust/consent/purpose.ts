/** What a business writes to people for, and what a workspace begins with. Pure. */
import type { Basis, ContactChannel } from './contract.ts'

export type PurposeRow = {
  key: string
  basis: Basis
  note: string
  marketing: boolean
  asks: boolean
  quiet: boolean
  doubleOptIn: boolean
  softOptIn: boolean
  channels: ContactChannel[]
  place: number
  retiredAt: Date | null
}

/** Answering somebody who wrote, or what the law or an order asks for: no choice of taste stands against it. */
export const isService = (purpose: Pick<PurposeRow, 'basis'>): boolean =>
  purpose.basis === 'contract' || purpose.basis === 'legal_obligation'

const common = { asks: false, quiet: true, marketing: false, doubleOptIn: false, softOptIn: false, retiredAt: null }

/**
 * The notes are a beginning in honest words, for an owner to read and make their own. Grounds follow GDPR 6(1): an answer
 * and an order are what the person asked for; asking how it went is an interest that must be weighed; advertising and
 * research take a yes (ePrivacy 13).
 */
export const FIRST_PURPOSES: readonly PurposeRow[] = [
  {
    ...common,
    key: 'answers',
    basis: 'contract',
    quiet: false,
    channels: ['email', 'phone', 'sms', 'chat', 'post'],
    place: 1,
    note: 'People who write to us expect an answer. We use their address for that and nothing else.',
  },
  {
    ...common,
    key: 'orders',
    basis: 'contract',
    quiet: false,
    channels: ['email', 'sms', 'phone', 'post'],
    place: 2,
    note: 'Messages without which an order or a booking could not be carried out: received, ready, late, cancelled.',
  },
  {
    ...common,
    key: 'follow_up',
    basis: 'legitimate_interest',
    asks: true,
    channels: ['email', 'sms', 'chat'],
    place: 3,
    note: 'Our interest: to know whether our answer helped, and to put right what it did not. For the person: one short question about a matter they raised themselves, one click, no advertising, easy to switch off. They can expect it. We find that their interest in being left alone does not weigh more.',
  },
  {
    ...common,
    key: 'surveys',
    basis: 'legitimate_interest',
    asks: true,
    channels: ['email', 'sms', 'chat'],
    place: 4,
    note: 'Our interest: to learn how we do and to get better. For the person: few questions after something they bought or used, voluntary, no advertising, never while a complaint is open, no more often than they choose, easy to switch off. We find that their interest in being left alone does not weigh more.',
  },
  {
    ...common,
    key: 'news',
    basis: 'consent',
    marketing: true,
    doubleOptIn: true,
    channels: ['email', 'sms', 'post', 'phone'],
    place: 5,
    note: 'Advertising. Only after a yes that the address itself confirmed.',
  },
  {
    ...common,
    key: 'research',
    basis: 'consent',
    doubleOptIn: true,
    channels: ['email', 'phone'],
    place: 6,
    note: 'Longer talks about what people need. Only with those who said that they would like to be asked.',
  },
]
