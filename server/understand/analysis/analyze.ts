/**
 * Read a file without a workspace: nothing is stored, nothing leaves the machine, no database is started. What is wanted
 * of it is written as it is read (JSON Lines, CSV) or told at the end (summary in the terminal or as a page).
 */
import { openRows, type OpenedFile, type Row } from '#listen'
import { csvLine } from '#platform'
import { addAnalysis, emptyAnalysis } from './analysis.ts'
import { COLUMNS } from './analysis-line.ts'
import { asRefusal, openFile, positionOf } from './open-file.ts'
import { showProgress } from './progress-bar.ts'
import { createAsk, readRows, versionOf, type Ask } from './read-rows.ts'
import { summaryPage } from './summary-page.ts'
import { summaryText } from './summary-text.ts'
import { summaryOf } from './summary.ts'
import { isColoured, paintOf, penOf, widthOf, type Pen, type Terminal } from './terminal.ts'
import { wordsColumn, type WordsColumn } from './words-column.ts'

export const ANALYSIS_FORMATS = ['text', 'jsonl', 'csv', 'html'] as const
export type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number]

export type AnalysisInput = {
  /** Path of the file, or - for standard input. */
  file: string
  column: string | undefined
  limit: number
  format: AnalysisFormat
}

type Work = { ask: Ask; file: OpenedFile; name: string; column: WordsColumn; batches: AsyncIterable<Row[]> }

/** Enough rows to see what the columns hold. */
const SAMPLE = 500

export async function analyze(input: AnalysisInput, terminal: Terminal, ask: Ask = createAsk()): Promise<void> {
  const incoming = await openFile(input.file, terminal)
  const pen = penOf(terminal.out)
  try {
    const { source } = incoming
    const file = await openRows(source)
    const { sample, batches } = await sampled(file.batches)
    const column = wordsColumn(file.headers, sample, input.column)
    const work: Work = { ask, file, name: source.name, column, batches }
    if (input.format === 'jsonl' || input.format === 'csv') await writeRows(work, { ...input, ...terminal, pen })
    else await writeSummary(work, input, terminal, pen)
  } catch (error) {
    throw asRefusal(error, input.file)
  } finally {
    pen.close()
    await incoming.close()
  }
}

/** The first rows, to see what the columns mean, and then all of them. */
async function sampled(batches: AsyncIterable<Row[]>): Promise<{ sample: Row[]; batches: AsyncIterable<Row[]> }> {
  const rest = batches[Symbol.asyncIterator]()
  const sample: Row[] = []
  while (sample.length < SAMPLE) {
    const next = await rest.next()
    if (next.done) break
    sample.push(...next.value)
  }
  async function* all(): AsyncGenerator<Row[]> {
    try {
      yield sample
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
    } finally {
      await rest.return?.()
    }
  }
  return { sample, batches: all() }
}

type Writing = Pick<AnalysisInput, 'format' | 'limit'> & Pick<Terminal, 'out' | 'err'> & { pen: Pen }

async function writeRows({ ask, file, column, batches }: Work, { format, limit, out, err, pen }: Writing) {
  await versionOf(ask)
  let rows = 0
  // Where both go to one window the answer itself shows how far it is.
  const progress = out.isTTY ? null : showProgress(err, () => positionOf(file, rows))
  try {
    if (format === 'csv' && !(await pen.write(csvLine([...COLUMNS])))) return
    const wanted = format === 'csv' ? 'cells' : 'lines'
    for await (const portion of readRows(ask, batches, column, { wanted, limit })) {
      rows += portion.rows
      if (!(await pen.write(portion.lines ?? portion.cells.map(csvLine).join('')))) return
    }
  } finally {
    progress?.done()
  }
}

async function writeSummary(work: Work, { format, limit }: AnalysisInput, terminal: Terminal, pen: Pen) {
  const { ask, file, name, column, batches } = work
  const version = await versionOf(ask)
  const sums = emptyAnalysis()
  const progress = showProgress(terminal.err, () => positionOf(file, sums.rows))
  try {
    for await (const { analysis } of readRows(ask, batches, column, { wanted: 'analysis', limit }))
      if (analysis) addAnalysis(sums, analysis)
  } finally {
    progress.done()
  }
  const summary = summaryOf(sums, { name, column: column.header, version })
  const text = () => summaryText(summary, widthOf(terminal.out), paintOf(isColoured(terminal)))
  await pen.write(format === 'html' ? summaryPage(summary) : text())
}
