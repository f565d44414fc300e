import type { Holding } from '#platform'
import { forgetLinkRequests } from './store.ts'

export const consentHoldings: Holding[] = [
  {
    table: 'trust.purpose',
    what: 'what people are written to for, and on which ground',
    personal: ['note'],
    nobody: 'what the business decided, not about anybody',
  },
  {
    table: 'trust.wording',
    what: 'what they are shown, in every version',
    personal: ['title', 'text', 'written_by_name'],
    nobody: 'the words of the business',
  },
  {
    table: 'trust.consent',
    what: 'what you agreed to and took back',
    person: 'person_id',
    personal: ['shown', 'by_name', 'address', 'source', 'note', 'language', 'purpose', 'channel', 'act', 'way'],
    unexported: ['by_id', 'by_name'],
    words: {
      purpose: 'What for',
      channel: 'In which way',
      act: 'What you did',
      way: 'How',
      shown: 'What stood there',
      at: 'When',
      address: 'From which network address',
      note: 'Note',
    },
  },
  {
    table: 'trust.preference',
    what: 'what you chose for all messages',
    person: 'person_id',
    personal: ['language', 'frequency'],
    words: {
      language: 'Language',
      frequency: 'How often at the most',
      paused_until: 'Pause until',
      changed_at: 'Chosen',
    },
  },
  {
    table: 'trust.contact',
    what: 'whenever it was asked whether you may be written to, and the answer',
    person: 'person_id',
    personal: ['words', 'rests_on', 'purpose', 'channel', 'asker', 'reason'],
    unexported: ['asker'],
    words: { purpose: 'What for', channel: 'In which way', at: 'When', answer: 'Answer', words: 'Why' },
  },
  {
    table: 'trust.confirmation',
    what: 'whether you were asked by mail to confirm',
    person: 'person_id',
    personal: ['purpose', 'channel', 'language'],
    words: { purpose: 'What for', asked_at: 'Asked', used_at: 'Confirmed' },
  },
  {
    table: 'trust.bounce',
    what: 'addresses of yours that no longer work, as fingerprints',
    person: 'person_id',
    personal: ['hash', 'why', 'channel'],
    unexported: ['hash'],
    words: { channel: 'In which way', at: 'When', why: 'Why' },
  },
  {
    table: 'trust.link_request',
    what: 'who asked for the link to their preferences, until it is sent',
    personal: ['email', 'hash', 'language'],
    forget: (_app, tx, { marks }) => forgetLinkRequests(tx, marks),
  },
  {
    table: 'trust.contact_rule',
    what: 'quiet hours, and whether network addresses are kept',
    personal: [],
    nobody: 'rules of the business',
  },
]
