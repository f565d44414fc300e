import { use, useMemo } from 'react'
import type { Catalogue, Texts } from './catalogue.ts'
import { useLanguage } from './language.ts'
import { translator, type Translate } from './say.ts'

export type { Translate } from './say.ts'

const none: Promise<Texts> = Promise.resolve({})
const loading = new WeakMap<Catalogue, Map<string, Promise<Texts>>>()

/** The texts of a catalogue in another language, fetched once. A language that cannot be fetched leaves the English. */
function translated(words: Catalogue, language: string): Promise<Texts> | null {
  const load = words.others[language.split('-')[0] ?? language]
  if (!load) return null
  const known = loading.get(words) ?? new Map<string, Promise<Texts>>()
  loading.set(words, known)
  const texts = known.get(language) ?? load().catch(() => none)
  known.set(language, texts)
  return texts
}

/** The texts of a catalogue in the reader's language: `const t = useWords(voicesWords)`. */
export function useWords<T extends Texts>(words: Catalogue<T>): Translate<T> {
  const language = useLanguage()
  const texts = translated(words, language)
  const own = texts ? use(texts) : undefined
  return useMemo(() => translator(words.texts, language, own), [words, language, own])
}
