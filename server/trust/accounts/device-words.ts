/** What a browser calls itself, in words: enough to recognise one's own, nothing more is concluded from it. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/.*Safari\//, 'Safari'],
  [/\bcurl\//, 'curl'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]

const firstOf = (table: [RegExp, string][], agent: string): string | undefined =>
  table.find(([shape]) => shape.test(agent))?.[1]

export const deviceWords = (agent: string | null): { browser: string | null; system: string | null } => ({
  browser: firstOf(BROWSERS, agent ?? '') ?? null,
  system: firstOf(SYSTEMS, agent ?? '') ?? null,
})
