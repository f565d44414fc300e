/**
 * The parts of an XLSX file around its sheets: which sheets there are, their shared texts, and which cell styles are dates.
 * Source: ECMA-376 part 1, sections 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
 */
import { Refusal } from '#platform'
import { ENTRY_LIMIT, SHARED_TEXT_COST, SHARED_TEXT_LIMIT, STYLE_LIMIT } from './limits.ts'
import type { FileSource } from './source.ts'
import { attribute, localName, readXml } from './xml.ts'
import type { ZipEntry } from './zip.ts'
import { damaged, readDirectory, readEntry } from './zip.ts'

export type Workbook = {
  sheets: { name: string; entry: ZipEntry }[]
  texts: string[]
  /** Whether cells of style i hold dates. */
  dates: boolean[]
  /** Old Mac workbooks count days from 1904. */
  since1904: boolean
}

export async function openWorkbook(source: FileSource): Promise<Workbook> {
  const entries = await readDirectory(source)
  const part = (name: string): ZipEntry | undefined => entries.get(name.toLowerCase())
  const book = part('xl/workbook.xml')
  if (part('encryptedpackage')) throw new Refusal('locked_workbook', 'This workbook is protected with a password.')
  if (!book)
    throw new Refusal('not_a_table', 'This is a ZIP archive, not a workbook. Unpack it and import the file inside.')
  const links = await readLinks(source, part('xl/_rels/workbook.xml.rels'))
  const { sheets, since1904 } = await readSheetList(source, book, (link) => {
    const target = links.get(link) ?? ''
    return part(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  return {
    sheets,
    since1904,
    texts: await readSharedTexts(source, part('xl/sharedStrings.xml')),
    dates: await readDateStyles(source, part('xl/styles.xml')),
  }
}

async function readLinks(source: FileSource, entry?: ZipEntry): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  if (!entry) throw damaged('It does not say where its sheets are.')
  await readXml(readEntry(source, entry), {
    open: (tag) => {
      if (localName(tag.name) !== 'Relationship') return
      if (links.size >= ENTRY_LIMIT) throw tooManyParts()
      links.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '')
    },
  })
  return links
}

async function readSheetList(
  source: FileSource,
  entry: ZipEntry,
  find: (link: string) => ZipEntry | undefined,
): Promise<Pick<Workbook, 'sheets' | 'since1904'>> {
  const sheets: Workbook['sheets'] = []
  let since1904 = false
  await readXml(readEntry(source, entry), {
    open: (tag) => {
      const name = localName(tag.name)
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '')
      if (name !== 'sheet') return
      if (sheets.length >= ENTRY_LIMIT) throw tooManyParts()
      const found = find(attribute(tag, 'r:id') ?? attribute(tag, 'id') ?? '')
      if (found) sheets.push({ name: attribute(tag, 'name') ?? '', entry: found })
    },
  })
  return { sheets, since1904 }
}

async function readSharedTexts(source: FileSource, entry?: ZipEntry): Promise<string[]> {
  const texts: string[] = []
  if (!entry) return texts
  let [text, size] = ['', 0]
  let [reading, phonetic] = [false, false]
  await readXml(readEntry(source, entry), {
    open: (tag) => {
      const name = localName(tag.name)
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') reading = !phonetic
    },
    text: (piece) => {
      if (reading) text += piece
    },
    close: (tag) => {
      const name = localName(tag)
      if (name === 't') reading = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') {
        size += text.length + SHARED_TEXT_COST
        if (size > SHARED_TEXT_LIMIT) {
          throw new Refusal(
            'unpacks_too_large',
            'This workbook holds more text than Heed can keep at hand. Save it as CSV and import that.',
          )
        }
        texts.push(unescaped(text))
      }
    },
  })
  return texts
}

// Number formats every spreadsheet program knows without their being written into the file (ECMA-376 18.8.30).
const BUILT_IN_DATES = [
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]

async function readDateStyles(source: FileSource, entry?: ZipEntry): Promise<boolean[]> {
  const formats = new Set(BUILT_IN_DATES)
  const styles: boolean[] = []
  let inCells = false
  if (!entry) return styles
  await readXml(readEntry(source, entry), {
    open: (tag) => {
      const name = localName(tag.name)
      if (name === 'numFmt' && isDateFormat(attribute(tag, 'formatCode') ?? ''))
        formats.add(Number(attribute(tag, 'numFmtId')))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells && styles.length >= STYLE_LIMIT) throw tooManyParts()
      else if (name === 'xf' && inCells) styles.push(formats.has(Number(attribute(tag, 'numFmtId') ?? 0)))
    },
    close: (tag) => {
      if (localName(tag) === 'cellXfs') inCells = false
    },
  })
  return styles
}

const tooManyParts = () =>
  new Refusal(
    'unpacks_too_large',
    'This workbook is made of more parts than any ordinary one, so Heed stopped reading it.',
  )

/** Whether a number format shows a date or time: letters for one outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare.replaceAll(/general|red|e[+-]/gi, ''))
}

/** Spreadsheets write control characters as _x000D_, and the underscore of such a word as _x005F_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
