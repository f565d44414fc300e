/** The house rules that a compiler cannot see, as functions from a file to its offences. Tested, then applied. */
import { dirname, join, normalize } from 'node:path'

export const STREAM = ['platform', 'trust', 'people', 'listen', 'understand', 'act', 'care', 'measure', 'sample']

export type Source = { path: string; text: string }

const capabilityOf = (path: string) => STREAM.find((name) => path.startsWith(`server/${name}/`))
const isBrowser = (path: string) => /^(web|widget)\//.test(path)
const isUpstream = (from: string, to: string) => STREAM.indexOf(to) <= STREAM.indexOf(from)
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
const imports = (text: string) =>
  [...withoutComments(text).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].map((match) => match[1]!)

export function importOffences({ path, text }: Source): string[] {
  const home = capabilityOf(path)
  return imports(text).flatMap((target) => {
    const door = STREAM.find((name) => target === `#${name}` || target.startsWith(`#${name}/`))
    const landing = target.startsWith('.') ? normalize(join(dirname(path), target)) : ''
    if (path.startsWith('engine/') && !landing.startsWith('engine/'))
      return [`${path}: the engine stands alone, not on ${target}`]
    if (
      isBrowser(path) &&
      (landing.startsWith('server/') || landing.startsWith('engine/') || (door && !target.endsWith('/contract')))
    )
      return [`${path}: the browser sees contracts, not ${target}`]
    if (
      path.endsWith('/contract.ts') &&
      (target.startsWith('node:') || /\/?store\.ts$/.test(target) || (door && !target.endsWith('/contract')))
    )
      return [`${path}: a contract is pure, not on ${target}`]
    if (home && landing && !landing.startsWith(`server/${home}/`)) return [`${path}: enter by the door, not ${target}`]
    if (home && door && !isUpstream(home, door)) return [`${path}: ${home} may not look downstream at ${door}`]
    return []
  })
}

export function sqlOffences({ path, text }: Source): string[] {
  const home = capabilityOf(path)
  if (!home) return []
  const code = withoutComments(text)
  const writes = [...code.matchAll(/\b(?:insert\s+into|update|delete\s+from)\s+(\w+)\.\w+/gi)]
    .map((match) => match[1]!)
    .filter((schema) => STREAM.includes(schema))
  const reads = [...code.matchAll(/\b(?:from|join)\s+(\w+)\.\w+/gi)]
    .map((match) => match[1]!)
    .filter((schema) => STREAM.includes(schema))
  const misplaced = home !== 'platform' && writes.length + reads.length > 0 && !/\/store(\/|[\w-]*\.ts)/.test(path)
  return [
    ...(misplaced ? [`${path}: SQL belongs in a store file`] : []),
    ...writes.filter((schema) => schema !== home).map((schema) => `${path}: ${home} writes ${schema}`),
    ...reads.filter((schema) => !isUpstream(home, schema)).map((schema) => `${path}: ${home} reads ${schema}`),
  ]
}

const PARTS = ['index', 'contract', 'store', 'routes', 'jobs', 'commands', 'holdings']

export const glossaryWords = (glossary: string, section: string): string[] =>
  [...(glossary.split(`## ${section}`)[1]?.split('\n## ')[0] ?? '').matchAll(/\*\*([\w-]+)\*\*/g)].map(
    (match) => match[1]!,
  )

export function nameOffences({ path, text }: Source, glossary: string): string[] {
  const home = capabilityOf(path)
  if (!home || home === 'platform') return []
  const name = path.split('/').at(-1)!.replace(/\.ts$/, '')
  const nouns = glossaryWords(glossary, 'Nouns')
  const known = new Set([...PARTS, ...nouns, ...glossaryWords(glossary, 'Verbs')])
  const runtimeImports = withoutComments(text).replaceAll(/import type [\s\S]*?from .*$/gm, '')
  return [
    ...(known.has(name) || /^store-\w+$/.test(name) ? [] : [`${path}: '${name}' is not a word of docs/glossary.md`]),
    ...(nouns.includes(name) && !PARTS.includes(name) && /from '\.\/store\.ts'/.test(runtimeImports)
      ? [`${path}: a noun does no I/O, but loads the store`]
      : []),
  ]
}
