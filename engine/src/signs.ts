/**
 * One class per UTF-16 code unit, so that the tokeniser asks a table instead of a regular expression.
 * Scripts written without spaces (Thai, Lao, Khmer, Han, kana) are cut sign by sign; the pairs of signs carry the meaning.
 */
export const SIGN = {
  other: 0,
  letter: 1,
  digit: 2,
  space: 3,
  line: 4,
  mark: 5,
  picture: 6,
  lead: 7,
  dense: 8,
  joiner: 9,
}

const DENSE: readonly (readonly [number, number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x2e80, 0x2fdf],
  [0x3040, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
]

const PICTURES: readonly (readonly [number, number])[] = [
  [0x2190, 0x21ff],
  [0x2300, 0x23ff],
  [0x2600, 0x27bf],
  [0x2b00, 0x2bff],
]

const SENTENCE_MARKS = '.!?…。！？؟।'

/** Built once per reader (about 5 ms), never at import time. */
export function signTable(): Uint8Array {
  const table = new Uint8Array(65536)
  const letter = /[\p{L}\p{M}]/u
  const digit = /\p{Nd}/u
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const sign = String.fromCharCode(code)
    if (letter.test(sign)) table[code] = SIGN.letter
    else if (digit.test(sign)) table[code] = SIGN.digit
  }
  for (const [from, to] of PICTURES)
    for (let c = from; c <= to; c++) if (table[c] === SIGN.other) table[c] = SIGN.picture
  for (const [from, to] of DENSE) for (let c = from; c <= to; c++) if (table[c] === SIGN.letter) table[c] = SIGN.dense
  for (let code = 0xd800; code <= 0xdbff; code++) table[code] = SIGN.lead
  for (const code of [0x20, 0x09, 0xa0, 0x3000, 0x2009, 0x200a, 0x202f]) table[code] = SIGN.space
  for (const code of [0x0a, 0x0d, 0x2028, 0x2029]) table[code] = SIGN.line
  for (const mark of SENTENCE_MARKS) table[mark.charCodeAt(0)] = SIGN.mark
  for (const code of [0x27, 0x2019, 0x02bc]) table[code] = SIGN.joiner
  table[0x200d] = SIGN.picture
  return table
}

/** Scripts that name their language, or nearly so. Latin, Cyrillic and Arabic letters need a closer look. */
export function scriptOf(code: number): string | null {
  if (code < 0x370) return 'latin'
  if (code < 0x400) return 'el'
  if (code < 0x530) return 'cyrillic'
  if (code < 0x590) return 'hy'
  if (code < 0x600) return 'he'
  if (code < 0x780) return 'arabic'
  if (code >= 0x900 && code < 0x980) return 'hi'
  if (code >= 0x980 && code < 0xa00) return 'bn'
  if (code >= 0xa00 && code < 0xa80) return 'pa'
  if (code >= 0xa80 && code < 0xb00) return 'gu'
  if (code >= 0xb80 && code < 0xc00) return 'ta'
  if (code >= 0xc00 && code < 0xc80) return 'te'
  if (code >= 0xe00 && code < 0xe80) return 'th'
  if (code >= 0x10a0 && code < 0x1100) return 'ka'
  if (code >= 0x1100 && code < 0x1200) return 'ko'
  if (code >= 0x1e00 && code < 0x1f00) return 'latin'
  if (code >= 0x1f00 && code < 0x2000) return 'el'
  if (code >= 0x3040 && code < 0x3100) return 'ja'
  if (code >= 0x3400 && code < 0xa000) return 'han'
  if (code >= 0xac00 && code < 0xd7b0) return 'ko'
  return null
}
