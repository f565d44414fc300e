/**
 * Rows of JSON: one object a line (JSON Lines), or one document with a list of objects in it, as review APIs answer.
 * Objects inside objects become dotted columns ("reviewer.displayName"). A document is never parsed whole: its objects are
 * cut out by counting brackets outside strings, so a large one neither fills memory nor holds up the server.
 */
import { distinctHeaders } from './header.ts'
import { COLUMN_LIMIT, RAW_LIMIT, ROW_LIMIT, ROW_PARSE_LIMIT, TEXT_LIMIT } from './limits.ts'
import type { Row, Values } from './row.ts'
import { badRow, longCell, mended, noValues, tooLong } from './row.ts'

export type JsonFile = { headers: string[]; layout: 'lines' | 'document'; batches: AsyncIterable<Row[]> }
type Part = { line: number; text: string; length: number }
type Parts = { push(text: string): Part[]; end(): Part[] }

// How many rows decide the list of columns shown; columns that appear later are still read.
const HEADER_ROWS = 200
const DEPTH_LIMIT = 8

/** How JSON is laid out in a file by its beginning; null for what is no JSON, such as a CSV that begins with a brace. */
export function jsonLayout(head: string): 'lines' | 'document' | null {
  const text = head.trimStart()
  if (text.startsWith('[')) return /^\[\s*(\{|\]|$)/.test(text) ? 'document' : null
  const lines = text.split('\n', 12)
  const [first = ''] = lines
  const parsed = parseOrNull(first)
  if (parsed) return holdsList(parsed) && text.slice(first.length).trim() === '' ? 'document' : 'lines'
  if (/^\{\s*$/.test(first) || /^\{\s*"[^"]*"\s*:\s*\[\s*(\{|$)/.test(first)) return 'document'
  if (/^\{\s*"/.test(first)) return text.includes('\n') ? 'lines' : 'document'
  // A broken first line among good ones is one bad row, not another kind of file.
  return lines.slice(1, -1).filter(parseOrNull).length >= 2 ? 'lines' : null
}

const holdsList = (value: Record<string, unknown>): boolean =>
  Object.values(value).some((member) => Array.isArray(member) && member.length > 0 && member.every(isObject))

export async function openJson(pieces: AsyncIterable<string>, layout: 'lines' | 'document'): Promise<JsonFile> {
  const stream = pieces[Symbol.asyncIterator]()
  const parts = layout === 'lines' ? lineParts() : objectParts()
  const first: Row[] = []
  let next = await stream.next()
  while (!next.done && first.length < HEADER_ROWS) {
    first.push(...parts.push(next.value).flatMap(rowsOf))
    next = await stream.next()
  }
  if (next.done) first.push(...parts.end().flatMap(rowsOf))
  const seen = new Set<string>()
  for (const row of first.slice(0, HEADER_ROWS)) if ('values' in row) for (const header in row.values) seen.add(header)
  async function* batches(): AsyncGenerator<Row[]> {
    yield first
    if (next.done) return
    yield parts.push(next.value).flatMap(rowsOf)
    for (let piece = await stream.next(); !piece.done; piece = await stream.next()) {
      yield parts.push(piece.value).flatMap(rowsOf)
    }
    yield parts.end().flatMap(rowsOf)
  }
  return { headers: distinctHeaders([...seen]), layout, batches: batches() }
}

function rowsOf({ line, text, length }: Part): Row[] {
  if (length > ROW_PARSE_LIMIT) return [tooLong(line, length, text)]
  const trimmed = text.trim()
  if (!trimmed) return []
  let value: unknown
  try {
    value = JSON.parse(trimmed)
  } catch (error) {
    return [badRow(line, 'invalid_json', `This line is not valid JSON: ${plainReason(error)}.`, trimmed)]
  }
  if (!isObject(value))
    return [badRow(line, 'not_an_object', 'This line is JSON, but not an object with named fields.', trimmed)]
  const values = noValues()
  flatten(value, '', values, 0)
  for (const header in values) {
    if (values[header]!.length > TEXT_LIMIT)
      return [badRow(line, 'cell_too_long', longCell(header, values[header]!), trimmed)]
  }
  return [mended({ line, values })]
}

// The engine's message quotes the text and gives a position; the words before are what helps.
const plainReason = (error: unknown): string =>
  String((error as Error).message).replace(/( in JSON)? at position.*$|, ".*$/s, '')

function flatten(value: Record<string, unknown>, prefix: string, into: Values, depth: number): void {
  for (const [key, member] of Object.entries(value)) {
    const plain = key.replaceAll('\0', '').toWellFormed()
    const name = prefix ? `${prefix}.${plain}` : plain
    if (isObject(member) && depth < DEPTH_LIMIT) flatten(member, name, into, depth + 1)
    else if (Object.keys(into).length < COLUMN_LIMIT || name in into) into[name] = cellOf(member)
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((member) => member === null || typeof member !== 'object'))
    return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseOrNull(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function lineParts(): Parts {
  let [kept, length, line] = ['', 0, 1]
  const take = (text: string): void => {
    length += text.length
    // What no row may be long enough to need is counted and dropped.
    kept = kept.length + text.length > ROW_LIMIT ? (kept + text).slice(0, RAW_LIMIT) : kept + text
  }
  const finish = (): Part => {
    const part = { line, text: kept, length }
    ;[kept, length, line] = ['', 0, line + 1]
    return part
  }
  return {
    push(text) {
      const parts: Part[] = []
      let from = 0
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
        take(text.slice(from, end))
        parts.push(finish())
        from = end + 1
      }
      take(text.slice(from))
      return parts
    },
    end: () => (length ? [finish()] : []),
  }
}

/** Objects directly in the document's list, or in the first lists of the document's object. */
function objectParts(): Parts {
  let [kept, length, line, startLine] = ['', 0, 1, 1]
  let [inString, escaped] = [false, false]
  /** Open brackets around the current place, outermost first. */
  let open = ''
  let base = -1
  const isRow = (): boolean => open === '[' || open === '{['
  function push(text: string): Part[] {
    const parts: Part[] = []
    let from = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 0x0a) line++
      if (inString) {
        if (escaped) escaped = false
        else if (code === 0x5c) escaped = true
        else if (code === 0x22) inString = false
      } else if (code === 0x22) inString = true
      else if (code === 0x7b || code === 0x5b) {
        if (code === 0x7b && base === -1 && isRow()) {
          ;[base, startLine, from] = [open.length, line, i]
        }
        open += text[i]
      } else if (code === 0x7d || code === 0x5d) {
        open = open.slice(0, -1)
        if (open.length === base) {
          const rest = text.slice(from, i + 1)
          parts.push({ line: startLine, text: kept + rest, length: length + rest.length })
          ;[kept, length, base] = ['', 0, -1]
        }
      }
    }
    if (base !== -1) {
      length += text.length - from
      kept = length > ROW_LIMIT ? kept.slice(0, RAW_LIMIT) : kept + text.slice(from)
    }
    return parts
  }
  return { push, end: () => (base === -1 ? [] : [{ line: startLine, text: kept, length }]) }
}
