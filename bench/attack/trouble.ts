/** What must not be true of any answer, whatever was asked. */
import { REFUSAL_KINDS } from '#platform'
import { refusals } from '../../server/app.ts'

/** How Heed is built: a line of a stack, a path of this machine, a sentence of the database. */
const TELLS = [
  /\n\s+at .+:\d+:\d+/,
  /\bnode_modules\b/,
  /\bserver\/[\w/-]+\.ts\b/,
  /syntax error at or near|violates [\w-]+ constraint|invalid input syntax for|invalid byte sequence|duplicate key value|column "\w+" (?:does not|of)|SQLSTATE/,
  /Cannot read propert|is not a function|is not iterable|undefined is not|Unexpected token .* in JSON/,
]
/** The machine itself, which must not have trouble because of what was asked. */
const OF_THE_MACHINE = ['database_unreachable', 'disk_full']

export function troubleIn(response: Pick<Response, 'status' | 'headers'>, text: string, isApi: boolean): string | null {
  // Refused by the server under Heed, before anything of it was read: headers or an address past all limits.
  if (response.status === 431) return null
  const type = response.headers.get('content-type') ?? ''
  const told = TELLS.find((pattern) => pattern.test(text))
  if (told) return `answered ${response.status} and tells how it is built: ${told.exec(text)![0].trim().slice(0, 160)}`
  if (!response.headers.get('x-content-type-options')) return `answered ${response.status} without its safety headers`
  let code = ''
  if (/\bjson\b/.test(type) && !/jsonl|ndjson/.test(type) && text !== '')
    try {
      code = String((JSON.parse(text) as { code?: unknown } | null)?.code ?? '')
    } catch {
      return `answered ${response.status} with what is not the JSON it says it is`
    }
  if (response.status >= 500) {
    const kind = refusals[code]
    const expected = kind && REFUSAL_KINDS[kind].status === response.status && !OF_THE_MACHINE.includes(code)
    if (!expected) return `answered ${response.status} ${code || text.slice(0, 120)}`
  }
  if (isApi && response.status >= 400 && code === '') return `answered ${response.status} without a reason`
  return null
}
