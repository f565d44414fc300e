/**
 * Reading numbers and money as people write them: "1.234,50 €", "£1,234.50", "1 234,5", "(12.00)", "'4,2".
 * Which of comma and point is the decimal: the last of them, if both occur; a single one followed by exactly three digits
 * is taken for thousands only if the hint or the rest of the number says so ("1,234" is 1234, "0,234" is not).
 */

export type NumberHint = { decimal?: ',' | '.' }

const SIGNS: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₪': 'ILS',
  '₩': 'KRW',
  zł: 'PLN',
}
const CODE = /\b(EUR|USD|GBP|CHF|JPY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|BRL|MXN|ZAR|SGD|HKD|CNY)\b/i

/** The number a text names, or null if it names none. Units such as currencies and % are set aside; words are not. */
export function readNumber(text: string, hint: NumberHint = {}): number | null {
  // Already plain: by far the most common, and worth not cleaning.
  if (/^-?\d+(?:\.\d{1,2})?$/.test(text) && hint.decimal !== ',') return Number(text)
  let bare = text
    .trim()
    .replace(/^['’]/, '')
    .replace(CODE, '')
    .replaceAll(/[\s\u00a0\u202f]|\p{Sc}|zł|%|kr\.?$/gu, '')
  const negative = /^\(.*\)$|^[-−]|-$/.test(bare)
  bare = bare.replaceAll(/[()+−-]/g, '')
  if (!/^(?:\d[\d.,'’]*|[.,]\d+)$/.test(bare)) return null
  const plain = withPoint(bare.replaceAll(/['’]/g, ''), hint)
  const value = plain === null ? NaN : Number(plain)
  if (!Number.isFinite(value)) return null
  return negative && value !== 0 ? -value : value
}

/** The ISO 4217 code a text of money names; null where none is named. A bare $ names several. */
export function readCurrency(text: string): string | null {
  const code = CODE.exec(text)?.[1] ?? (/^[A-Z]{3}$/.test(text.trim()) ? text.trim() : undefined)
  if (code) return code.toUpperCase()
  for (const sign in SIGNS) if (text.includes(sign)) return SIGNS[sign]!
  return null
}

function withPoint(text: string, { decimal }: NumberHint): string | null {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  if (comma === -1 && point === -1) return text
  // With both present the last one is the decimal, whatever the rest of the column does.
  const mark = comma !== -1 && point !== -1 ? (comma > point ? ',' : '.') : (decimal ?? (comma !== -1 ? ',' : '.'))
  const other = mark === ',' ? '.' : ','
  const marks = text.split(mark).length - 1
  const groups = (part: string, sign: string): string | null => {
    if (!part.includes(sign)) return part
    return new RegExp(`^\\d{1,3}(?:\\${sign}\\d{2,3})*\\${sign}\\d{3}$`).test(part) ? part.replaceAll(sign, '') : null
  }
  if (marks === 0) return groups(text, other) ?? (text.split(other).length === 2 ? text.replace(other, '.') : null)
  if (marks > 1) return decimal === mark ? null : groups(text, mark)
  const [whole = '', fraction = ''] = text.split(mark)
  const alone = comma === -1 || point === -1
  if (!decimal && alone && mark === ',' && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole))
    return whole + fraction
  const wholePart = groups(whole, other)
  return wholePart === null ? null : `${wholePart || '0'}.${fraction}`
}
