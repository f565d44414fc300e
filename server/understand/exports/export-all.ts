/**
 * Give everything back: voices (filtered or all), persons, orders, as lines of text, page by page. However much there is,
 * one page at a time is in memory, and no transaction stays open while the receiver is slow.
 */
import type { App, Tx } from '#platform'
import { seesContacts, type Who } from '#trust'
import type { VoiceFilter } from '../contract.ts'
import type { Key } from '../voices/store.ts'
import { pageOfVoices } from '../voices/see-voices.ts'
import { resolveFilter } from '../voices/prepare-filter.ts'
import { headerOf, lineOf, withoutDetails, type Format, type VoiceExport } from './export.ts'
import { findEmails, listOrderExports, listPersonExports } from './store.ts'

const PAGE = 250

/** `personal`: names, addresses, numbers and links stay out of the file, beside the words and in them. */
export async function* exportVoices(
  app: App,
  who: Who,
  format: Format,
  filter: VoiceFilter,
  personal: 'with' | 'without' = 'with',
): AsyncGenerator<string> {
  const whole = personal === 'with' && (who.role === null || seesContacts(who))
  yield headerOf('voices', format)
  const resolved = await app.db.inOpenWorkspace(who.workspaceId, (tx) => resolveFilter(tx, filter))
  if (!resolved) return
  let after: Key | null = null
  do {
    const from: Key | null = after
    // A file is passed on: what may speak of danger is in none, whoever asks.
    const page = await app.db.inOpenWorkspace(who.workspaceId, async (tx) => {
      const { records, last } = await pageOfVoices(tx, who.workspaceId, resolved, {
        sort: 'newest',
        after: from,
        limit: PAGE,
      })
      const emails = await findEmails(
        tx,
        records.map((record) => record.id),
      )
      const items: VoiceExport[] = records.map((record) => ({ ...record, email: emails.get(record.id) ?? null }))
      return {
        lines: items.map((item) => lineOf('voices', format, whole ? item : withoutDetails(item))).join(''),
        last,
      }
    })
    yield page.lines
    after = page.last
  } while (after)
}

export const exportPersons = (app: App, who: Who, format: Format): AsyncGenerator<string> =>
  exportById(app, who, headerOf('persons', format), listPersonExports, (item) => lineOf('persons', format, item))

export const exportOrders = (app: App, who: Who, format: Format): AsyncGenerator<string> =>
  exportById(app, who, headerOf('orders', format), listOrderExports, (item) => lineOf('orders', format, item))

async function* exportById<Item extends { id: string }>(
  app: App,
  who: Who,
  header: string,
  list: (tx: Tx, afterId: string | null, limit: number) => Promise<Item[]>,
  line: (item: Item) => string,
): AsyncGenerator<string> {
  yield header
  let after: string | null = null
  do {
    const from: string | null = after
    const items: Item[] = await app.db.inWorkspace(who.workspaceId, (tx) => list(tx, from, PAGE))
    yield items.map(line).join('')
    after = items.length === PAGE ? (items.at(-1)?.id ?? null) : null
  } while (after)
}

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const
/** Spreadsheets take a file for UTF-8 only if it begins like this; an import of ours skips it. */
const MARK = '\ufeff'

/** An export as a download. The browser decides how fast; a reader that goes away ends it. */
export function download(lines: AsyncGenerator<string>, name: string, format: Format): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (format === 'csv') controller.enqueue(encoder.encode(MARK))
    },
    pull: async (controller) => {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
