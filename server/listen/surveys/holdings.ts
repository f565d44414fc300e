import type { Holding } from '#trust'
import { forgetLinkLabels } from './store-responses.ts'

export const surveyHoldings: Holding[] = [
  { table: 'listen.survey', what: 'what is asked', personal: [], nobody: 'what the business asks' },
  {
    table: 'listen.survey_link',
    what: 'links made for you to answer once',
    person: 'person_id',
    personal: ['label', 'token_hash'],
    unexported: ['token_hash'],
    words: { label: 'Called', created_at: 'Made', spent_at: 'Used' },
    forget: (_app, tx, { marks }) => forgetLinkLabels(tx, marks),
  },
  {
    table: 'listen.response',
    what: 'when you answered a survey',
    person: 'person_id',
    contact: 'touched_at',
    retained: {
      kind: 'responses',
      what: 'Single answers to surveys',
      age: 'touched_at',
      says: `coalesce(t.source, '')`,
    },
    through: [{ column: 'link_id', parent: 'listen.survey_link' }],
    personal: ['hidden', 'token_hash', 'language', 'source'],
    unexported: ['token_hash'],
    words: {
      started_at: 'Begun',
      finished_at: 'Finished',
      language: 'Language',
      source: 'Came from',
      hidden: 'Passed along with the link',
    },
  },
  {
    table: 'listen.answer',
    what: 'what you answered',
    through: [{ column: 'response_id', parent: 'listen.response' }],
    personal: ['question_id', 'kind', 'text', 'choices'],
    words: {
      question_id: 'Question',
      kind: 'Kind of question',
      number: 'Number',
      choices: 'Chosen',
      text: 'Words',
      answered_at: 'Answered',
    },
  },
]
