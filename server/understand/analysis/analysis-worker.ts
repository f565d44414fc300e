/**
 * Runs in a thread of its own: reads rows of a file and answers with what is wanted of them, ready to be written, so that
 * the thread that reads the file and writes the answer has little left to do.
 */
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { modelFile, openReader } from '#engine'
import { addProblem, addReading, emptyAnalysis, type Analysis, type FileRow } from './analysis.ts'
import { cellsOf, jsonLine, problemCells, problemLine, type Cells } from './analysis-line.ts'

export type Task = { rows: FileRow[]; question: string | null; wanted: 'lines' | 'cells' | 'analysis' }
export type Done = { version: string; lines: Uint8Array | null; cells: Cells[]; analysis: Analysis | null }

const reader = openReader(new Uint8Array(readFileSync(modelFile)))
const encoder = new TextEncoder()

parentPort!.on('message', ({ rows, question, wanted }: Task) => {
  const done: Done = { version: reader.version, lines: null, cells: [], analysis: null }
  const read = ({ text, language }: FileRow) =>
    reader.read(text, { ...(question ? { question } : {}), ...(language ? { language } : {}) })
  if (wanted === 'lines') {
    const lines = rows.map((row) => (isProblem(row) ? problemLine(row) : jsonLine(row, read(row))))
    done.lines = encoder.encode(lines.join(''))
  }
  if (wanted === 'cells') done.cells = rows.map((row) => (isProblem(row) ? problemCells(row) : cellsOf(row, read(row))))
  if (wanted === 'analysis') {
    done.analysis = emptyAnalysis()
    for (const row of rows) {
      if (isProblem(row)) addProblem(done.analysis, row)
      else addReading(done.analysis, row, read(row))
    }
  }
  parentPort!.postMessage(done, done.lines ? [done.lines.buffer as ArrayBuffer] : [])
})

function isProblem(row: FileRow): row is FileRow & { problem: string } {
  return row.problem !== null
}
