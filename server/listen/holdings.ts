import type { Processing } from '#platform'
import type { Holding } from '#trust'
import { dropUploads, forgetInImports, forgetInIssues } from './imports/forget-in-imports.ts'
import { forgetReceiptsOf } from './store-receipts.ts'
import { surveyHoldings } from './surveys/holdings.ts'

export const listenHoldings: Holding[] = [
  ...surveyHoldings,
  {
    table: 'listen.import',
    what: 'files brought in',
    retained: {
      kind: 'imports',
      what: 'What is known of files brought in, with the rows that could not be kept',
      age: 'created_at',
      where: `t.status in ('done', 'undone', 'failed')`,
      says: 't.file_name',
    },
    beforeRowsGo: { of: 'listen.import', run: dropUploads },
    personal: ['file_name', 'preview', 'mapping', 'sheet', 'failure', 'created_by'],
    stays: {
      status: 'one of a few words of Heed',
      checked: 'counts alone',
      created_by: 'the member who brought the file in',
    },
    forget: forgetInImports,
  },
  {
    table: 'listen.import_issue',
    what: 'rows of files that could not be kept',
    personal: ['row', 'reason', 'field'],
    forget: (_app, tx, { marks }) => forgetInIssues(tx, marks),
  },
  {
    table: 'listen.voice',
    what: 'what you said',
    person: 'person_id',
    contact: 'said_at',
    retained: { kind: 'voices', what: 'What people said', age: 'said_at', says: `t.title || ' ' || t.text` },
    through: [{ column: 'response_id', parent: 'listen.response' }],
    personal: [
      'title',
      'text',
      'question',
      'external_id',
      'url',
      'attributes',
      'order_number',
      'source',
      'channel',
      'language',
      'score_kind',
      'fingerprint',
    ],
    unexported: ['fingerprint'],
    words: {
      said_at: 'Said',
      received_at: 'Heard here',
      source: 'Came from',
      channel: 'By',
      title: 'Title',
      text: 'Words',
      question: 'Asked',
      score_kind: 'Scale',
      score: 'Score',
      language: 'Language',
      order_number: 'About order',
      url: 'Where it stands',
      attributes: 'Passed along',
    },
  },
  {
    table: 'listen.receipt',
    what: 'answers to programs, kept a week so that a repeated request changes nothing',
    personal: ['key', 'answer'],
    forget: (_app, tx, { personIds }) => forgetReceiptsOf(tx, personIds),
  },
]

export const listenProcessing: Processing = {
  capability: 'listen',
  name: 'Hearing what people say',
  why: 'To hear what customers and others say about the business: by surveys, reviews, messages, and files brought in.',
}
