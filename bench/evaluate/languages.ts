/** How languages are told apart, and how feeling is read outside English. */
import { FAMILIES, type Family, type Reading } from '../../engine/src/index.ts'
import { elsewhere, film, FILM_LANGUAGES, forum } from '../train/feelings.ts'
import { held, mean, shown, side, SIDES, type Add } from './reads.ts'
import { macroF1, multiF1, type Pair } from './scores.ts'

export type LanguageMeasure = { code: string; polarity: number; families: number; n: number }

export function languageRows(add: Add, read: (text: string) => Reading, data: string): LanguageMeasure[] {
  const found = [
    ...FILM_LANGUAGES.map((file) => [file, held(film(data, file))] as const),
    ['th, id', held(elsewhere(data))] as const,
  ]
  const guessed: Pair[] = []
  const languages = found.map(([code, rows]) => {
    const reads = rows.map((one) => ({ one, reading: read(one.text) }))
    for (const { one, reading } of reads)
      if (one.text.length >= 20) guessed.push({ said: reading.language.code ?? '?', is: one.language })
    const polar = reads.filter(({ one }) => one.sentiment !== undefined)
    const familyRows = reads
      .filter(({ one }) => one.families !== undefined)
      .map(({ one, reading }) => ({
        said: reading.families.map((family) => family.label as string),
        is: one.families as readonly Family[] as readonly string[],
      }))
    const present = FAMILIES.filter((label) => label !== 'neutral' && familyRows.some((row) => row.is.includes(label)))
    return {
      code,
      polarity: macroF1(
        polar.map(({ one, reading }) => ({ said: side(reading), is: one.sentiment as string })),
        SIDES,
      ),
      families: mean(present.map((label) => multiF1(familyRows, label))),
      n: rows.length,
    }
  })
  const right = guessed.filter((pair) => pair.said === pair.is).length
  add('Language of film lines of 20+ letters, accuracy', shown(right / guessed.length), guessed.length)
  const english = held(forum(data)).filter((one) => one.text.length >= 20)
  const heard = english.filter((one) => read(one.text).language.code === 'en').length
  add('  the same, English forum comments', shown(heard / english.length), english.length)
  add(
    'Film lines outside English, polarity, mean macro-F1',
    shown(mean(languages.map((one) => one.polarity))),
    languages.reduce((sum, one) => sum + one.n, 0),
  )
  add(
    'Film lines outside English, families, mean macro-F1',
    shown(mean(languages.map((one) => one.families))),
    languages.reduce((sum, one) => sum + one.n, 0),
  )
  return languages
}
