import type { Processing } from '#platform'
import type { Holding } from '#trust'

export const actHoldings: Holding[] = [
  {
    table: 'act.case',
    what: 'when what you said needed a person, why, and what was done',
    person: 'person_id',
    retained: {
      kind: 'cases',
      what: 'Closed letters on Today, with notes and steps',
      age: 'resolved_at',
      where: `t.status = 'resolved'`,
      says: `coalesce(t.done, t.cause, '')`,
    },
    through: [{ column: 'voice_id', parent: 'listen.voice' }],
    personal: ['reason', 'cause', 'done', 'assignee_name', 'resolved_by_name', 'status', 'kind', 'family'],
    unexported: ['assignee_id', 'assignee_name', 'resolved_by', 'resolved_by_name', 'batch'],
    words: {
      said_at: 'Of words said',
      opened_at: 'Noticed',
      status: 'State',
      reason: 'Why it was put before a person',
      answered_at: 'Answered',
      resolved_at: 'Closed',
      cause: 'What lay behind it',
      done: 'What was done',
      asked_at: 'Asked whether you felt heard',
      felt_heard: 'You felt heard',
    },
  },
  {
    table: 'act.note',
    what: 'notes of the team on it',
    through: [{ column: 'case_id', parent: 'act.case' }],
    personal: ['text', 'author_name'],
    unexported: ['author_id', 'author_name'],
    words: { text: 'Note', at: 'When' },
  },
  {
    table: 'act.step',
    what: 'every step taken on it',
    through: [{ column: 'case_id', parent: 'act.case' }],
    personal: ['kind', 'by_name', 'detail'],
    unexported: ['by_id', 'by_name'],
    words: { kind: 'Step', at: 'When' },
  },
  {
    table: 'act.override',
    what: 'that somebody took it off Today, and why',
    through: [{ column: 'voice_id', parent: 'listen.voice' }],
    personal: ['rule', 'because', 'note', 'by_name'],
    unexported: ['by_id', 'by_name'],
    words: { because: 'Why', note: 'Note', at: 'When' },
  },
]

export const actProcessing: Processing = {
  capability: 'act',
  name: 'Answering people',
  why: 'To see who needs a person now, to answer, to note what was done, and to ask whether it helped.',
}
