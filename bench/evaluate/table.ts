export type MeasureRow = { what: string; value: string; n: number; note: string }

export function table(rows: readonly MeasureRow[]): string {
  const head = ['measure', 'value', 'n', 'note']
  const cells = [head, ...rows.map((row) => [row.what, row.value, String(row.n), row.note])]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join('\n')
}
