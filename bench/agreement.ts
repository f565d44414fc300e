/**
 * How far the two passes over the same public texts agree: `node bench/agreement.ts`.
 * Cohen's kappa (chance-corrected share of equal labels; Cohen 1960), Pearson's r for urgency, F1 for aspects (a span of the
 * one that touches a span of the other and has the same side).
 */
import { handLabels, type HandLabel } from './train/hand.ts'
import { pearson } from './evaluate/scores.ts'
import { sentenceLabels, type SentenceLabel } from './train/sentences.ts'

/** (share equal − share expected by chance) / (1 − share expected by chance). */
export function kappa(pairs: readonly (readonly [string, string])[]): number {
  const n = pairs.length
  const equal = pairs.filter(([a, b]) => a === b).length / n
  const names = [...new Set(pairs.flat())]
  const chance = names.reduce(
    (sum, name) =>
      sum + (pairs.filter(([a]) => a === name).length / n) * (pairs.filter(([, b]) => b === name).length / n),
    0,
  )
  return (equal - chance) / (1 - chance)
}

function aspectF1(pairs: readonly (readonly [HandLabel, HandLabel])[]): number {
  const touches = (one: HandLabel, other: HandLabel): number =>
    one.aspects.filter(([from, to, side]) => other.aspects.some(([a, b, s]) => s === side && a < to && b > from)).length
  const hits = pairs.reduce((sum, [a, b]) => sum + touches(a, b) + touches(b, a), 0)
  const all = pairs.reduce((sum, [a, b]) => sum + a.aspects.length + b.aspects.length, 0)
  return hits / all
}

if (import.meta.main) {
  const second = new Map(handLabels('b').map((label) => [`${label.set} ${label.key}`, label]))
  const pairs = handLabels('a').flatMap((label) => {
    const other = second.get(`${label.set} ${label.key}`)
    return other === undefined ? [] : [[label, other] as const]
  })
  const of = (name: 'sentiment' | 'kind'): string => {
    const both = pairs.map(([a, b]) => [a[name], b[name]] as const)
    const equal = both.filter(([a, b]) => a === b).length / both.length
    return `${(equal * 100).toFixed(1)} % equal, kappa ${kappa(both).toFixed(2)}`
  }
  console.log(`${pairs.length} texts labelled twice`)
  console.log(`sentiment  ${of('sentiment')}`)
  console.log(`kind       ${of('kind')}`)
  console.log(`urgency    r ${pearson(pairs.map(([a, b]) => ({ a: a.urgency, b: b.urgency }))).toFixed(2)}`)
  console.log(`aspects    F1 ${aspectF1(pairs).toFixed(2)}`)
  const placeOf = (label: SentenceLabel): string => `${label.set} ${label.key} ${label.start}`
  const again = new Map(sentenceLabels('sentences-b').map((label) => [placeOf(label), label]))
  const sentences = sentenceLabels().flatMap((label) => {
    const other = again.get(placeOf(label))
    return other === undefined ? [] : [[label, other] as const]
  })
  console.log(`${sentences.length} single sentences labelled twice`)
  for (const name of ['sentiment', 'kind'] as const) {
    const both = sentences.map(([a, b]) => [a[name], b[name]] as const)
    const equal = both.filter(([a, b]) => a === b).length / both.length
    console.log(`${name.padEnd(9)}  ${(equal * 100).toFixed(1)} % equal, kappa ${kappa(both).toFixed(2)}`)
  }
}
