import type { Arguments, KeyOf, Texts } from './catalogue.ts'

/**
 * From a key to a sentence. The form of the catalogues is i18next's (flat keys, `{{name}}`, plural endings of
 * Intl.PluralRules), so translators' tools read them; saying them takes these few lines instead of 20 kB of library
 * on the first load (docs/decisions/008-what-the-first-load-carries.md).
 */
export type Translate<T extends Texts> = <K extends KeyOf<T>>(key: K, ...values: Arguments<T, K>) => string

type Values = Readonly<Record<string, string | number>>

function pluralKey(texts: Texts, key: string, count: number, language: string): string {
  const exact = `${key}_zero`
  if (count === 0 && texts[exact] !== undefined) return exact
  const form = `${key}_${new Intl.PluralRules(language).select(count)}`
  return texts[form] === undefined ? `${key}_other` : form
}

function textOf(texts: Texts, key: string, values: Values, language: string): string | undefined {
  const count = values['count']
  if (typeof count === 'number') {
    const plural = texts[pluralKey(texts, key, count, language)]
    if (plural !== undefined) return plural
  }
  return texts[key]
}

function fill(text: string, values: Values, language: string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name]
    if (typeof value === 'number') return new Intl.NumberFormat(language).format(value)
    return value ?? whole
  })
}

/** `english` always has the text; `translated` may lack it and then the English one is said. */
export function translator<T extends Texts>(english: T, language = 'en-GB', translated: Texts = {}): Translate<T> {
  return (key, ...given) => {
    const values: Values = given[0] ?? {}
    const own = textOf(translated, key, values, language)
    if (own !== undefined) return fill(own, values, language)
    return fill(textOf(english, key, values, 'en-GB') ?? key, values, language)
  }
}
