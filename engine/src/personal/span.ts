/** What counts as a personal detail in running text. */
export const PERSONAL_KINDS = [
  'email',
  'phone',
  'card',
  'iban',
  'address',
  'name',
  'birth',
  'id',
  'ip',
  'link',
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** UTF-16 offsets, half open. `confidence` is our own ordering of the evidence, 0…1, not a measured chance. */
export type PersonalSpan = { kind: PersonalKind; start: number; end: number; confidence: number }

export type Finder = (text: string) => PersonalSpan[]

/** The words right before a place, without case: what a number is called decides what it is. */
export const before = (text: string, at: number, length: number = 32): string =>
  text.slice(Math.max(0, at - length), at).toLowerCase()
