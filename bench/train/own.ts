/** The project's own corpus: voices written and labelled for Heed, in `bench/corpus/`. */
import { EMOTIONS, KINDS, type Emotion, type Kind } from '../../engine/src/reading.ts'
import { FAMILY_OF } from '../../engine/src/heads.ts'
import { hashOf } from '../../engine/src/hashes.ts'
import type { Example, Polarity } from './example.ts'
import { corpusRows } from './rows.ts'

/** Voices sought out because the reader of the day erred on them: harder than what comes, so they count less and balance nothing. */
export const SOUGHT = 'sought'

const POLARITIES = new Set(['negative', 'neutral', 'positive'])

/** One voice in eight is held out, by a hash of its text, so that adding voices never moves others across. */
function splitOf(text: string): 'train' | 'val' {
  return (hashOf(text, 77) >>> 0) % 8 === 0 ? 'val' : 'train'
}

export function ownCorpus(): Example[] {
  return corpusRows(new URL('../corpus/', import.meta.url), 'voices-').map((row) => {
    const emotions = (row['emotions'] as string[]).filter((name): name is Emotion =>
      (EMOTIONS as readonly string[]).includes(name),
    )
    const kind = row['kind'] as Kind
    if (!KINDS.includes(kind)) throw new Error(`unknown kind in the corpus: ${String(kind)}`)
    const one: Example = {
      text: row.text,
      set: row['sought'] === true ? SOUGHT : 'own',
      split: splitOf(row.text),
      language: String(row['language']),
      weight: 2.5,
      emotions,
      families: [...new Set(emotions.map((emotion) => FAMILY_OF[emotion]))],
      urgency: Number(row['urgency']),
      intensity: Number(row['intensity']),
      crisis: kind === 'crisis',
    }
    if (kind !== 'crisis') one.kind = kind
    one.mixed = row['sentiment'] === 'mixed'
    if (POLARITIES.has(String(row['sentiment']))) one.sentiment = row['sentiment'] as Polarity
    return one
  })
}
