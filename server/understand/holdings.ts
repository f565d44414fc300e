import type { Processing } from '#platform'
import type { Holding } from '#trust'
import { removeViewsNaming } from './views/store.ts'

export const understandHoldings: Holding[] = [
  {
    table: 'understand.reading',
    what: 'what a machine read in your words; goes with them',
    through: [{ column: 'voice_id', parent: 'listen.voice' }],
    personal: [
      'emotions',
      'evidence',
      'aspects',
      'source',
      'score_kind',
      'language',
      'sentiment',
      'emotion',
      'family',
      'kind',
      'held_back',
      'version',
      'failed',
    ],
    words: {
      said_at: 'Of words said',
      sentiment: 'Reads as',
      emotion: 'Feeling',
      intensity: 'How strongly, 0 to 1',
      urgency: 'How soon it needs an answer, 0 to 1',
      kind: 'Taken for',
      confidence: 'How sure, 0 to 1',
      evidence: 'Because of',
      aspects: 'About',
      version: 'Read by',
      read_at: 'Read',
    },
  },
  {
    table: 'understand.correction',
    what: 'where a person read your words otherwise',
    through: [{ column: 'voice_id', parent: 'listen.voice' }],
    personal: ['note', 'by_name', 'verdict', 'read'],
    unexported: ['by_name', 'by_id'],
    words: { verdict: 'Reads as', read: 'The machine had read', note: 'Note', at: 'When' },
  },
  {
    table: 'understand.view',
    what: 'saved ways of looking at voices',
    personal: ['name', 'filter', 'by_name'],
    stays: { by_name: 'the member who saved the view' },
    forget: (_app, tx, { marks, personIds }) => removeViewsNaming(tx, [...marks, ...personIds]),
  },
  {
    table: 'understand.facets',
    what: 'how many voices there are of each source, language and scale',
    personal: [],
    nobody: 'counts',
  },
  {
    table: 'understand.swap_check',
    what: 'checks of the reader with made-up sentences',
    personal: ['by_name'],
    nobody: 'made-up sentences alone',
  },
]

export const understandProcessing: Processing = {
  capability: 'understand',
  name: 'Reading what was said',
  why: 'To find out what the words are about, how strongly they are felt and how soon they need an answer. It happens on the machine Heed runs on.',
}
