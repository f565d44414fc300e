/**
 * Structured logs, one JSON object a line on standard error. Callers pass ids and counts, never words people said, names
 * or addresses; as a second net, values of fields that usually carry such things are replaced, and every text that goes
 * out is written without the personal details that the engine finds in it.
 */
import { redact as withoutDetails } from '#engine'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'
export type LogFields = Record<string, unknown>

export type Log = {
  debug: (event: string, fields?: LogFields) => void
  info: (event: string, fields?: LogFields) => void
  warn: (event: string, fields?: LogFields) => void
  error: (event: string, fields?: LogFields) => void
}

const ORDER: LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent']
const PERSONAL = /^(text|title|name|email|phone|password|token|secret|cookie|authorization|body|address|query|note)$/i

export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const at =
    (own: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (ORDER.indexOf(own) < ORDER.indexOf(level)) return
      write(`${JSON.stringify({ at: new Date().toISOString(), level: own, event, ...redact(fields) })}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function redact(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      PERSONAL.test(key) ? '[kept out of logs]' : combed(plain(value)),
    ]),
  )
}

/** Names are left to the first net: what a log says of hosts and modules reads like one too often. */
const FOUND = ['email', 'phone', 'card', 'iban', 'id', 'birth', 'link'] as const
const DEEPEST = 6
/** A stack is long and has no words of people in it but its first lines. */
const LONGEST = 20_000

function combed(value: unknown, depth: number = 0): unknown {
  if (typeof value === 'string') return withoutDetails(value.slice(0, LONGEST), { kinds: FOUND }).text
  if (typeof value !== 'object' || value === null || value instanceof Date || depth >= DEEPEST) return value
  if (Array.isArray(value)) return value.map((one) => combed(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      PERSONAL.test(key) ? '[kept out of logs]' : combed(inner, depth + 1),
    ]),
  )
}

/** Errors of the database carry the refused row in `detail`: only code, message and stack may leave. */
function plain(value: unknown): unknown {
  if (!(value instanceof Error)) return value
  const { name, message, stack, cause } = value
  const code = (value as { code?: unknown }).code
  return { name, code, message, stack, ...(cause ? { cause: plain(cause) } : {}) }
}
