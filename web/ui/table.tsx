import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface Column<Row> {
  id: string
  heading: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end, in tabular numerals. */
  figures?: boolean
  /** Names the row for readers. One column has it. */
  header?: boolean
  /** Left out where there is no room for it. */
  spare?: boolean
}

interface TableProps<Row> {
  caption: string
  /** The caption is read but not drawn. */
  quietCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

const cellClass = (column: { figures?: boolean; spare?: boolean }): string =>
  classNames(
    'px-3 py-2.5 first:ps-0 last:pe-0',
    column.figures ? 'figures text-end' : 'text-start',
    column.spare && 'max-sm:hidden',
  )

export function Table<Row>({ caption, quietCaption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // Scrolls by itself on a narrow screen, and by keyboard, hence the tab stop and the name.
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-small">
        <caption className={quietCaption ? 'heard-only' : 'pb-2 text-start text-small text-ink-soft'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-edge/50">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(cellClass(column), 'align-bottom text-tiny font-medium text-ink-faint')}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line align-top last:border-0 hover:bg-well/60">
              {columns.map((column) =>
                column.header ? (
                  <th key={column.id} scope="row" className={classNames(cellClass(column), 'font-medium')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
