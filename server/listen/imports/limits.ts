/** How much of a file Heed takes. Each number stands in the reason a person reads when it is passed. */
import type { RefusalTable } from '#platform'

/** The most text one voice may carry, in characters; the same in the API and in surveys. */
export const TEXT_LIMIT = 100_000
/** Columns of one file. Spreadsheets allow 16,384; no export of feedback comes near this. */
export const COLUMN_LIMIT = 1_000
/** A row that has not ended after so many characters is given up, and reading goes on at the next line. */
export const ROW_LIMIT = 8 * 1024 * 1024
/** Rows longer than this are measured but not taken apart: nothing in them could be kept. */
export const ROW_PARSE_LIMIT = 1024 * 1024
/** What a compressed file may grow to, and by how much: text shrinks five- to twentyfold, a bomb a thousandfold. */
export const UNPACKED_LIMIT = 4 * 1024 ** 3
export const UNPACK_RATIO = 200
export const UNPACK_RATIO_FROM = 32 * 1024 ** 2
/** Parts inside a workbook; a normal one has about a dozen. */
export const ENTRY_LIMIT = 10_000
/** All distinct texts of a workbook are held in memory while it is read. */
export const SHARED_TEXT_LIMIT = 128 * 1024 ** 2
/** What each of them costs beside its letters: a file of empty texts must not be endless. */
export const SHARED_TEXT_COST = 32
/** Cell styles of one workbook; spreadsheet programs allow 65,490. */
export const STYLE_LIMIT = 100_000
/** How deep the parts of a workbook may be nested; ordinary ones stay below a dozen. */
export const DEPTH_LIMIT = 200
/** How much of a bad row is given back, so that it can be mended and imported again. */
export const RAW_LIMIT = 4_000

/** Why a whole file is refused; a single bad row never refuses the rest. */
export const importRefusals = {
  empty_file: 'invalid',
  not_a_table: 'unsupported',
  damaged_file: 'invalid',
  old_workbook: 'unsupported',
  locked_workbook: 'unsupported',
  no_such_sheet: 'invalid',
  unpacks_too_large: 'too_large',
  too_many_columns: 'too_large',
} as const satisfies RefusalTable
