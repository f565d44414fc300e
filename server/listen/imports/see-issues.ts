/** Rows that could not be kept: to read, and as a file to mend and bring in again. */
import { Refusal, type App } from '#platform'
import type { Who } from '#trust'
import type { z } from 'zod'
import type { IssueList } from './contract.ts'
import { countIssues, findImport, listIssues, type IssueRow } from './store.ts'

const SHOWN = 100
const PAGE = 1_000

export async function seeIssues(app: App, who: Who, id: string): Promise<z.infer<typeof IssueList>> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await findImport(tx, id))) throw new Refusal('import_not_found', 'There is no such import here.')
    const rows = await listIssues(tx, id, 0, SHOWN)
    return {
      data: rows.map(({ line, field, reason, kept }) => ({ line, field, reason, kept })),
      meta: { total: await countIssues(tx, id) },
    }
  })
}

/** The rows left out, as CSV: line and reason first, then the columns as they stood. */
export async function* issueLines(app: App, who: Who, id: string): AsyncGenerator<string> {
  const row = await app.db.inWorkspace(who.workspaceId, (tx) => findImport(tx, id))
  if (!row) throw new Refusal('import_not_found', 'There is no such import here.')
  const { headers } = row.preview
  yield `${['Line', 'Reason', ...headers].map(cell).join(',')}\r\n`
  let after = 0
  for (;;) {
    const rows = await app.db.inWorkspace(who.workspaceId, (tx) => listIssues(tx, id, after, PAGE))
    if (rows.length === 0) return
    after = rows.at(-1)!.nth
    for (const issue of rows) if (!issue.kept) yield issueLine(headers, issue)
  }
}

export function issueLine(headers: readonly string[], issue: IssueRow): string {
  const values = (issue.row ?? {}) as Record<string, string>
  const cells =
    values['raw'] !== undefined && !headers.includes('raw')
      ? [values['raw']]
      : headers.map((header) => values[header] ?? '')
  return `${[String(issue.line), issue.reason, ...cells].map(cell).join(',')}\r\n`
}

/** A cell a spreadsheet shows and never runs: one that could begin a formula is kept as text by a leading apostrophe. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

export async function issuesFile(app: App, who: Who, id: string): Promise<Response> {
  const lines = issueLines(app, who, id)
  const first = await lines.next()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(`\uFEFF${first.value ?? ''}`)),
    pull: async (controller) => {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(Buffer.from(next.value))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="left-out-${id}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
