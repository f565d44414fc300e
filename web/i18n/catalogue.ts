/**
 * A catalogue is the set of texts one capability shows, in English, with a way to load other languages later. Keys are flat;
 * a key that ends in `_one` or `_other` is a plural form and is asked for by its stem.
 */
export type Texts = Readonly<Record<string, string>>
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

export interface Catalogue<T extends Texts = Texts> {
  readonly name: string
  readonly texts: T
  readonly others: Readonly<Record<string, () => Promise<Texts>>>
}

export type Stem<K extends string> = K extends `${infer S}_${PluralForm}` ? S : K
export type KeyOf<T extends Texts> = Stem<Extract<keyof T, string>>

type Variables<S extends string> = S extends `${string}{{${infer V}}}${infer Rest}` ? V | Variables<Rest> : never
type TextOf<T extends Texts, K extends string> = K extends keyof T
  ? T[K]
  : `${K}_other` extends keyof T
    ? T[`${K}_other`]
    : never
type Value<V extends string> = V extends 'count' ? number : string | number
type NeedsCount<T extends Texts, K extends string> = `${K}_other` extends keyof T ? 'count' : never
type Needed<T extends Texts, K extends string> = Variables<TextOf<T, K>> | NeedsCount<T, K>

/** The arguments a text asks for: none when it has no variables. */
export type Arguments<T extends Texts, K extends string> = [Needed<T, K>] extends [never]
  ? []
  : [values: { [V in Needed<T, K>]: Value<V> }]

export function catalogue<const T extends Texts>(
  name: string,
  texts: T,
  others: Catalogue['others'] = {},
): Catalogue<T> {
  return { name, texts, others }
}
