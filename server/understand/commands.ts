/** Understand in the terminal: a file read without a workspace, and everything given back, streamed. */
import { once } from 'node:events'
import { Refusal, type App, type Config } from '#platform'
import { chooseWorkspace, type Who } from '#trust'
import { analyze, ANALYSIS_FORMATS, type AnalysisInput } from './analysis/analyze.ts'
import { coach, COACH_FORMATS } from './coaching/coach.ts'
import { exportOrders, exportPersons, exportVoices } from './exports/export-all.ts'
import { FORMATS, WHATS, type Format, type What } from './exports/export.ts'

type Opened = { app: App; close: () => Promise<void> }
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

const HELP = `Usage: heed export voices|persons|orders [--format csv|jsonl] [--workspace NAME]

Writes everything of a workspace to standard output, a page at a time, so that any amount fits.

  heed export voices > voices.csv
  heed export voices --format jsonl | gzip > voices.jsonl.gz

  --format     csv (default; opens in any spreadsheet) or jsonl (one JSON object a line)
  --workspace  name or id of the workspace; not needed where there is only one

In CSV a cell that begins with = + - @ gets an apostrophe in front, so that no spreadsheet runs it.`

/** `open` comes from the place that puts the parts together. */
export const exportCommand = (open: (config: Config) => Promise<Opened>) => ({
  name: 'export',
  summary: 'Write voices, persons or orders to standard output',
  help: HELP,
  options: { format: { type: 'string', default: 'csv' }, workspace: { type: 'string' } } as const,
  run: async (config: Config, values: Values, words: string[]): Promise<number | void> => {
    const what = oneOf(words[0] ?? '', WHATS, 'Say what to export: voices, persons or orders.')
    const format = oneOf(String(values.format ?? 'csv'), FORMATS, 'The format is csv or jsonl.')
    const heed = await open(config)
    try {
      const who = await chooseWorkspace(heed.app, typeof values.workspace === 'string' ? values.workspace : undefined)
      await write(linesOf(heed.app, who, what, format))
    } finally {
      await heed.close()
    }
  },
})

const ANALYZE_HELP = `Usage: heed analyze FILE [--text COLUMN] [--format text|jsonl|csv|html] [--limit N]

Reads what people wrote in a file, and tells how they feel, what they want and what they talk about. It needs no
workspace, stores nothing and sends nothing anywhere.

  heed analyze reviews.csv                                   a summary, here in the terminal
  heed analyze reviews.xlsx --format html > reviews.html     the same as a page to keep or print
  zcat tickets.jsonl.gz | heed analyze - --text body --format jsonl > read.jsonl

  FILE      CSV, TSV, JSON Lines, JSON or XLSX, also as .gz; - reads standard input
  --text    the column that holds what people wrote; found by itself if left out
  --format  text (default), html: a summary
            jsonl: one JSON object a row, in the order of the file; csv: one line a row, for spreadsheets
  --limit   read only the first N rows

A row that cannot be read gets a line that says so ({"row": 7, "problem": "…"}) and stops nothing.
Ends with 0 when the file was read, 64 when the command was mistyped, 65 when the file cannot be read or no column
holds words, and 66 when there is no such file. Heed is not made to read the feelings of a firm's own people.`

export const analyzeCommand = {
  name: 'analyze',
  summary: 'Read a file of voices, without a workspace',
  help: ANALYZE_HELP,
  options: {
    text: { type: 'string' },
    format: { type: 'string', default: 'text' },
    limit: { type: 'string' },
  } as const,
  run: async (_config: Config, values: Values, words: string[]): Promise<number | void> => {
    const wanted = wantedOf(values, words)
    if (typeof wanted === 'string') {
      process.stderr.write(`heed analyze: ${wanted}\nTry: heed analyze --help\n`)
      return 64
    }
    const { stdin: input, stdout: out, stderr: err, env } = process
    await analyze(wanted, { input, out, err, env })
  },
}

/** What was typed, or a sentence about what is wrong with it. */
const COACH_HELP = `Usage: heed coach [FILE] [--format text|jsonl]

Reads replies and says how far each shows warmth, understands and asks, which steps it takes (acknowledge, validate, own,
act, follow up), and what may backfire. English only. It stores nothing and sends nothing anywhere.

  heed coach replies.csv
  zcat replies.jsonl.gz | heed coach --format jsonl > read.jsonl

  FILE      CSV, TSV, JSON Lines, JSON or XLSX, also as .gz, with columns heard and reply; left out or -: standard input
  --format  text (default), or jsonl: one JSON object a row, in the order of the file

Advice about words for whoever writes them, never a score of a person. Ends with 0 when the file was read, 64 when the
command was mistyped, 65 when the file cannot be read or lacks a column, and 66 when there is no such file.`

export const coachCommand = {
  name: 'coach',
  summary: 'Read replies, and say what would make them kinder',
  help: COACH_HELP,
  options: { format: { type: 'string', default: 'text' } } as const,
  run: async (_config: Config, values: Values, words: string[]): Promise<number | void> => {
    const format = COACH_FORMATS.find((one) => one === values.format)
    const wrong = words.length > 1 ? 'One file at a time, please.' : format ? null : 'The format is text or jsonl.'
    if (wrong !== null || !format) {
      process.stderr.write(`heed coach: ${wrong}\nTry: heed coach --help\n`)
      return 64
    }
    const { stdin: input, stdout: out, stderr: err, env } = process
    await coach({ file: words[0] ?? '-', format }, { input, out, err, env })
  },
}

function wantedOf(values: Values, [file, more]: string[]): AnalysisInput | string {
  if (file === undefined) return 'Say which file to read, or - for standard input.'
  if (more !== undefined) return `One file at a time, please; “${more}” is one too many.`
  const format = ANALYSIS_FORMATS.find((one) => one === values.format)
  if (!format) return 'The format is text, jsonl, csv or html.'
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit)
  if (!(limit >= 1)) return 'The limit is a number of rows, 1 or more.'
  return { file, column: typeof values.text === 'string' ? values.text : undefined, limit: Math.floor(limit), format }
}

function oneOf<Word extends string>(typed: string, words: readonly Word[], sentence: string): Word {
  const word = words.find((one) => one === typed)
  if (!word) throw new Refusal('invalid_input', sentence)
  return word
}

function linesOf(app: App, who: Who, what: What, format: Format): AsyncGenerator<string> {
  if (what === 'voices') return exportVoices(app, who, format, {})
  return what === 'persons' ? exportPersons(app, who, format) : exportOrders(app, who, format)
}

/** As fast as the reader takes it. A reader that has seen enough (`| head`) is no error. */
async function write(lines: AsyncGenerator<string>): Promise<void> {
  let gone = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    gone = true
  })
  for await (const line of lines) {
    if (gone) return
    // Waiting ends with an error where the reader went away; that is known by then.
    if (line !== '' && !process.stdout.write(line)) await once(process.stdout, 'drain').catch(() => undefined)
  }
}
