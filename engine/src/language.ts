/**
 * Which language a text is in. Scripts decide first; Latin letters are left to a small linear model over runs of one to
 * four letters, and Cyrillic and Arabic to the few letters that tell their languages apart.
 */
import { scriptOf } from './signs.ts'
import { TOKEN, type Tokens } from './tokens.ts'

export type Guess = { code: string | null; confidence: number }

const ENOUGH = 16

const UKRAINIAN = /[іїєґ]/i
const RUSSIAN = /[ыэё]/i
const BULGARIAN = /ъ/i
const PERSIAN = /[پچژگ]/
const URDU = /[ٹڈڑںے]/

function tellApart(script: string, sample: string): Guess {
  if (script === 'cyrillic') {
    if (UKRAINIAN.test(sample)) return { code: 'uk', confidence: 0.95 }
    if (RUSSIAN.test(sample)) return { code: 'ru', confidence: 0.97 }
    return BULGARIAN.test(sample) ? { code: 'bg', confidence: 0.6 } : { code: 'ru', confidence: 0.7 }
  }
  if (script === 'arabic') {
    if (URDU.test(sample)) return { code: 'ur', confidence: 0.9 }
    return PERSIAN.test(sample) ? { code: 'fa', confidence: 0.9 } : { code: 'ar', confidence: 0.95 }
  }
  if (script === 'han') return { code: 'zh', confidence: 0.95 }
  return { code: script, confidence: 0.98 }
}

export type LanguageModel<Met> = {
  heads: readonly string[]
  bias: Float64Array
  sharpness: number
  /** What a token says of each language. */
  rowOf: (met: Met) => Float32Array
  /** Used again for each text. */
  sum: Float64Array
  rows: Float32Array[]
}

export function guessLanguage<Met>(
  text: string,
  tokens: Tokens,
  met: readonly Met[],
  model: LanguageModel<Met>,
): Guess {
  const { heads, bias, sum } = model
  const { rows } = model
  let scripts: Map<string, number> | null = null
  let latin = 0
  let letters = 0
  for (let i = 0; i < tokens.count && letters < ENOUGH; i++) {
    const kind = tokens.kind[i] as number
    if (kind !== TOKEN.word && kind !== TOKEN.sign) continue
    const start = tokens.start[i] as number
    const script = scriptOf(text.charCodeAt(start))
    if (script === 'latin') {
      letters++
      rows[latin++] = model.rowOf(met[i] as Met)
    } else if (script !== null) {
      const weight = kind === TOKEN.sign ? 0.4 : 1
      letters += weight
      scripts ??= new Map()
      scripts.set(script, (scripts.get(script) ?? 0) + weight)
    }
  }
  const other = scripts === null ? null : strongest(scripts)
  if (other !== null && other.share > latin * 0.6) {
    const sample = text.length > 600 ? text.slice(0, 600) : text
    return tellApart(other.script, sample)
  }
  if (latin === 0) return { code: null, confidence: 0 }
  addUp(rows, latin, sum)
  return softest(sum, bias, heads, model.sharpness / Math.sqrt(latin + 1))
}

/** Four languages at a time: their sums stay in the processor's registers. */
function addUp(rows: readonly Float32Array[], count: number, sum: Float64Array): void {
  let head = 0
  for (; head + 4 <= sum.length; head += 4) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let i = 0; i < count; i++) {
      const row = rows[i] as Float32Array
      a += row[head] as number
      b += row[head + 1] as number
      c += row[head + 2] as number
      d += row[head + 3] as number
    }
    sum[head] = a
    sum[head + 1] = b
    sum[head + 2] = c
    sum[head + 3] = d
  }
  for (; head < sum.length; head++) {
    let one = 0
    for (let i = 0; i < count; i++) one += (rows[i] as Float32Array)[head] as number
    sum[head] = one
  }
}

function strongest(scripts: Map<string, number>): { script: string; share: number } | null {
  // One kana among many Han signs makes a text Japanese: Chinese has none.
  if (scripts.has('ja') && scripts.has('han')) scripts.set('ja', (scripts.get('ja') ?? 0) + (scripts.get('han') ?? 0))
  let best: { script: string; share: number } | null = null
  for (const [script, share] of scripts) if (best === null || share > best.share) best = { script, share }
  return best
}

function softest(sum: Float64Array, bias: Float64Array, heads: readonly string[], scale: number): Guess {
  let top = 0
  for (let head = 0; head < heads.length; head++) {
    sum[head] = (sum[head] as number) * scale + (bias[head] as number)
    if ((sum[head] as number) > (sum[top] as number)) top = head
  }
  let total = 0
  for (let head = 0; head < heads.length; head++) total += Math.exp((sum[head] as number) - (sum[top] as number))
  const confidence = 1 / total
  return { code: heads[top] ?? null, confidence }
}
