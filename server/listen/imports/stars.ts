/** Reading a rating: "FIVE", "4", "4/5", "★★★★☆", "5 stars", "4,0 von 5", "80 %" of a stated scale stay what they were. */
import { readNumber } from './amount.ts'

/** `scale` is the best possible rating where the text itself says so. */
export type Stars = { value: number; scale?: number }

const WORDS: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5 }

/** The rating a text names, or null. Not checked against a scale: that is the column's business. */
export function readStars(text: string): Stars | null {
  const trimmed = text.trim()
  if (/^\d(?:\.\d+)?$/.test(trimmed)) return { value: Number(trimmed) }
  const word = WORDS[trimmed.toLowerCase().replace(/[\s_-]*stars?$/, '')]
  if (word) return { value: word, scale: 5 }
  const drawn = trimmed.replaceAll('\uFE0F', '')
  if (/^[★⭐]+☆*$/u.test(drawn)) return fromDrawn(drawn)
  const parts = /^(.+?)\s*(?:\/|out of|of|von|sur|de|van|su)\s*(\d{1,3})\b/i.exec(trimmed)
  if (parts) {
    const value = readNumber(parts[1]!)
    return value === null ? null : { value, scale: Number(parts[2]) }
  }
  const value = readNumber(
    trimmed.replace(
      /[\s-]*(?:stars?|sterne?n?|étoiles?|etoiles?|estrellas?|sterren|ster|points?|punkte|[★⭐])\uFE0F?$/i,
      '',
    ),
  )
  return value === null ? null : { value }
}

function fromDrawn(text: string): Stars {
  const full = [...text].filter((sign) => sign === '★' || sign === '⭐').length
  const empty = [...text].filter((sign) => sign === '☆').length
  return empty ? { value: full, scale: full + empty } : { value: full }
}
