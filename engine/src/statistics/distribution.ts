/**
 * The three distributions everything else stands on: normal, Student's t and beta.
 *
 * Idea: each cumulative function is a short series or continued fraction that is exact to about 1e-14, and each
 * quantile is found by halving an interval on it. Slow beside a table of coefficients (some microseconds), but there is
 * no coefficient to mistype and no region of poor accuracy.
 * Sources: Abramowitz & Stegun 26.2.11 (normal series), 26.2.14 (tail fraction), 26.5.8 (beta fraction); Lanczos 1964.
 * Example: `normalQuantile(0.975)` → 1.959963985, `studentQuantile(0.975, 6)` → 2.446911851.
 */

/** Chance that a standard normal value is at most `x`. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return NaN
  if (x < -6) return upperTail(-x)
  if (x < 0) return 1 - normalCdf(-x)
  if (x > 6) return 1 - upperTail(x)
  let term = x
  let sum = x
  for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 2) {
    term *= (x * x) / k
    sum += term
  }
  return 0.5 + sum * density(x)
}

/** The `x` below which a standard normal value falls with chance `p`, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  mustBeChance(p)
  return p < 0.5 ? -normalQuantile(1 - p) : solve((x) => normalCdf(x), p, 0, 40)
}

/** Half-width, in standard errors, of a two-sided interval: 1.959964 for 0.95. */
export function normalWidth(confidence: number): number {
  mustBeChance(confidence)
  return remember(widths, `${confidence}`, () => normalQuantile(1 - (1 - confidence) / 2))
}

// A page of figures asks for the same few quantiles hundreds of times, and each costs some 25 µs to find.
const widths = new Map<string, number>()
const students = new Map<string, number>()
const REMEMBERED = 2000

function remember(known: Map<string, number>, key: string, find: () => number): number {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= REMEMBERED) known.clear()
  const found = find()
  known.set(key, found)
  return found
}

/** Two-sided p-value of a z statistic. */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)))
}

/** Chance that a Student t value with `df` degrees of freedom (> 0, need not be whole) is at most `x`. */
export function studentCdf(x: number, df: number): number {
  const tail = 0.5 * betaCdf(df / (df + x * x), df / 2, 0.5)
  return x > 0 ? 1 - tail : tail
}

/** The t below which a Student t value with `df` degrees of freedom falls with chance `p`. */
export function studentQuantile(p: number, df: number): number {
  mustBeChance(p)
  if (!(df > 0)) throw new RangeError(`Degrees of freedom must be positive, not ${df}`)
  if (p < 0.5) return -studentQuantile(1 - p, df)
  return remember(students, `${p} ${df}`, () => {
    let high = 2
    while (studentCdf(high, df) < p && high < 1e12) high *= 2
    return solve((x) => studentCdf(x, df), p, 0, high)
  })
}

/** Chance that a beta(a, b) value is at most `x`; also the regularised incomplete beta function. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The share below which a beta(a, b) value falls with chance `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  mustBeChance(p)
  return solve((x) => betaCdf(x, a, b), p, 0, 1)
}

/** Chance of at most `k` successes in `n` tries that each succeed with chance `p`. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return betaCdf(1 - p, n - k, k + 1)
}

/** Chance that a chi-square value with `df` degrees of freedom is at least `x`: Abramowitz & Stegun 6.5.29 and 6.5.31. */
export function chiSquareUpper(x: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom must be positive, not ${df}`)
  if (x <= 0) return 1
  const a = df / 2
  const z = x / 2
  const front = Math.exp(a * Math.log(z) - z - logGamma(a))
  if (z < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; term > 1e-17 * sum; k += 1) {
      term *= z / (a + k)
      sum += term
    }
    return Math.max(0, 1 - front * sum)
  }
  // Lentz's method; it settles at once where the series would not.
  let b = z + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let k = 1; k < 10_000; k += 1) {
    const step = -k * (k - a)
    b += 2
    d = 1 / (step * d + b)
    c = b + step / c
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * fraction
}

/** ln of the number of ways to choose `k` of `n`. */
export function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? -Infinity : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Natural logarithm of the gamma function, for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const t = shifted + 7.5
  let sum = LANCZOS[0]!
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (shifted + i)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

// Far out, 1 − Φ(x) would be all rounding error; the continued fraction keeps its leading digits.
function upperTail(x: number): number {
  let fraction = x
  for (let k = 60; k >= 1; k--) fraction = x + k / fraction
  return density(x) / fraction
}

// Lentz's method, bounded: it settles in about sqrt(max(a, b)) steps.
function betaFraction(x: number, a: number, b: number): number {
  const guard = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= 20_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return result
}

function solve(rising: (x: number) => number, target: number, from: number, to: number): number {
  let low = from
  let high = to
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (rising(middle) < target) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function mustBeChance(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`A chance lies between 0 and 1, not ${p}`)
}
