/**
 * Everything about one person, as one archive: `data.json` for machines, `index.html` to read. Written while it is read, a
 * few hundred rows at a time, so that ten years of letters need no more memory than one.
 *
 * The tables come from what every capability declares. Left out are secrets and what says more about others than about
 * the person (names of the team), as Article 15(4) of the GDPR asks.
 */
import { Zip, ZipDeflate } from 'fflate'
import { type App, type Holding } from '#platform'
import { findWorkspace } from '../workspaces/store.ts'
import { pageEnd, pageHead, rowPage, tableHead, type Exported } from './export-page.ts'
import { countRows, listColumns, listRows } from './store-erasure.ts'
import { wholeOrRefuse } from './subject.ts'

const PAGE = 500
const NEVER = new Set(['workspace_id'])

type Table = { holding: Holding; columns: string[]; rows: number }

type Sight = App['db']['inWorkspace']

/**
 * The archive, as a stream; and what it is called. Refuses before the first byte if there is no such person. A member gets
 * what they may see; the person, by their own link, gets all of it.
 */
export async function exportPerson(
  app: App,
  workspaceId: string,
  personId: string,
  sight: Sight = app.db.inWorkspace,
): Promise<{ name: string; rows: number; body: ReadableStream<Uint8Array> }> {
  const at = app.clock.now()
  const { person, workspace, tables } = await sight(workspaceId, async (tx) => {
    const found = await wholeOrRefuse(app, tx, personId)
    const listed: Table[] = []
    for (const holding of app.holdings) {
      const rows = await countRows(tx, app.holdings, holding, found.ids)
      if (rows === 0) continue
      const columns = (await listColumns(tx, holding.table))
        .filter(({ name, type }) => type !== 'tsvector' && type !== 'bytea' && !NEVER.has(name))
        .map(({ name }) => name)
        .filter((name) => !holding.unexported?.includes(name))
      listed.push({ holding, columns, rows })
    }
    return { person: found, workspace: (await findWorkspace(tx))!, tables: listed }
  })
  const about: Exported = { name: person.name, business: workspace.name, at, timezone: workspace.timezone }
  const rowsOf = (table: Table) => eachRow(app, sight, workspaceId, person.ids, table)
  return {
    name: `export-${at.toISOString().slice(0, 10)}.zip`,
    rows: tables.reduce((all, table) => all + table.rows, 0),
    body: zipped([
      { name: 'index.html', text: pageOf(about, tables, rowsOf) },
      { name: 'data.json', text: jsonOf(about, tables, rowsOf) },
    ]),
  }
}

type RowsOf = (table: Table) => AsyncGenerator<Record<string, unknown>>

async function* eachRow(
  app: App,
  sight: Sight,
  workspaceId: string,
  personIds: string[],
  { holding, columns }: Table,
): AsyncGenerator<Record<string, unknown>> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = await sight(workspaceId, (tx) =>
      listRows(tx, app.holdings, holding, personIds, columns, { limit: PAGE, offset }),
    )
    yield* rows
    if (rows.length < PAGE) return
  }
}

async function* jsonOf(about: Exported, tables: Table[], rowsOf: RowsOf): AsyncGenerator<string> {
  const head = { heed: 'export', format: 1, at: about.at.toISOString(), from: about.business, person: about.name }
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`
  for (const [nth, table] of tables.entries()) {
    yield `${nth > 0 ? ',' : ''}\n${JSON.stringify(table.holding.table)}:{"what":${JSON.stringify(table.holding.what)},"rows":[`
    let first = true
    for await (const row of rowsOf(table)) {
      yield `${first ? '' : ','}\n${JSON.stringify(row)}`
      first = false
    }
    yield ']}'
  }
  yield '}}\n'
}

async function* pageOf(about: Exported, tables: Table[], rowsOf: RowsOf): AsyncGenerator<string> {
  const shown = tables.filter(({ holding }) => holding.words)
  yield pageHead(
    about,
    shown.map(({ holding, rows }) => ({ id: holding.table, what: holding.what, rows })),
  )
  for (const table of shown) {
    yield tableHead(table.holding.table, table.holding.what, table.rows)
    for await (const row of rowsOf(table)) yield rowPage(row, table.holding.words!, about.timezone)
    yield '</section>'
  }
  yield pageEnd()
}

function zipped(files: { name: string; text: AsyncGenerator<string> }[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let broke: Error | null = null
  let waiting: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) broke = error
    else waiting.push(chunk)
  })
  const written = (async function* () {
    for (const { name, text } of files) {
      const file = new ZipDeflate(name, { level: 6 })
      zip.add(file)
      for await (const piece of text) {
        file.push(encoder.encode(piece))
        yield
      }
      file.push(new Uint8Array(), true)
    }
    zip.end()
  })()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (waiting.length === 0) {
        const { done } = await written.next()
        if (broke) throw broke
        if (done) break
      }
      const ready = waiting
      waiting = []
      for (const chunk of ready) controller.enqueue(chunk)
      if (ready.length === 0) controller.close()
    },
    cancel: () => void written.return(undefined),
  })
}
