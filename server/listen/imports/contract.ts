/** Imports over the wire: what a file was taken for, how far it is, what could not be kept. Pure. */
import { z } from 'zod'
import { Id, PageQuery, pageOf } from '#platform/contract'
import { CONSENT_LIMITS, ContactChannel, PurposeKey } from '#trust/contract'
import { importRefusals as fileRefusals } from './limits.ts'
import { ORDER_FIELDS, PERSON_FIELDS, SHAPES, TARGETS, VOICE_FIELDS } from './mapping.ts'

export const importRefusals = {
  ...fileRefusals,
  file_too_large: 'too_large',
  import_not_found: 'not_found',
  import_started: 'conflict',
  import_file_gone: 'gone',
  nothing_to_keep: 'invalid',
  undated_orders: 'invalid',
} as const

/** Largest file the page takes; `heed import` on the machine itself has no limit but the disk. */
export const FILE_LIMIT = 2 * 1024 ** 3

export const Scale = z.object({ kind: z.enum(['nps', 'csat', 'ces', 'star']), min: z.number(), max: z.number() })
const Header = z.string().max(1000)
const FieldName = z.enum([...new Set([...VOICE_FIELDS, ...PERSON_FIELDS, ...ORDER_FIELDS])] as [string, ...string[]])

export const ImportMapping = z
  .object({
    shape: z.enum(SHAPES),
    target: z.enum(TARGETS),
    source: z.string().trim().min(1).max(60),
    fields: z.partialRecord(FieldName, Header),
    answers: z.array(z.object({ header: Header, question: z.string().max(1000), score: Scale.nullable() })).max(200),
    attributes: z.array(Header).max(60),
    consents: z
      .array(
        z.object({
          header: Header,
          purpose: PurposeKey,
          channel: ContactChannel,
          date: Header.nullable().describe('the column with the day of it'),
          confirmed: z.boolean().describe('each of them confirmed it from their own address'),
          shown: z.string().trim().max(CONSENT_LIMITS.wording).describe('what they agreed to, in the words they saw'),
        }),
      )
      .max(10)
      .optional()
      .describe('columns that say yes or no to something people are written to for; of persons only'),
    score: Scale.nullable(),
    dateOrder: z.enum(['dmy', 'mdy']),
    decimal: z.enum([',', '.']).nullable(),
    timeZone: z.string().max(60),
  })
  .meta({ id: 'ImportMapping' })
export type ImportMapping = z.infer<typeof ImportMapping>

export const Preview = z.object({
  headers: z.array(z.string()),
  sheets: z.array(z.string()),
  found: z.record(z.string(), z.object({ header: z.string(), confidence: z.number(), why: z.string() })),
  confidence: z.number(),
  unmapped: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), header: z.string().optional(), detail: z.string() })),
  rows: z
    .array(z.object({ line: z.int(), values: z.record(z.string(), z.string()) }))
    .describe('the first rows as they were read'),
  encoding: z.string(),
  version: z.string().optional().describe('which rules guessed at the columns'),
})
export type Preview = z.infer<typeof Preview>

export const Tally = z.object({
  rows: z.int(),
  added: z.int(),
  known: z.int().describe('already here'),
  leftOut: z.int().describe('rows that could not be kept'),
  keptInPart: z.int().describe('rows kept without one of their fields'),
})
export type Tally = z.infer<typeof Tally>

export const Issue = z
  .object({ line: z.int(), field: z.string().nullable(), reason: z.string(), kept: z.boolean() })
  .meta({ id: 'ImportIssue' })

const Known = z.string().nullable()
const FirstConsents = z.array(
  z.object({ purpose: z.string(), channel: ContactChannel, agrees: z.boolean(), at: Known }),
)
export const FirstRows = z.object({
  voices: z.array(
    z.object({
      line: z.int(),
      text: z.string(),
      title: Known,
      question: Known,
      saidAt: Known,
      score: z.object({ kind: Scale.shape.kind, value: z.number() }).nullable(),
      person: Known,
    }),
  ),
  persons: z.array(
    z.object({ line: z.int(), name: Known, email: Known, phone: Known, company: Known, consents: FirstConsents }),
  ),
  orders: z.array(
    z.object({
      line: z.int(),
      number: z.string(),
      orderedAt: Known,
      total: z.number().nullable(),
      currency: Known,
      items: z.array(z.object({ name: z.string(), quantity: z.number().nullable() })),
      person: Known,
    }),
  ),
  issues: z.array(Issue),
})
export type FirstRows = z.infer<typeof FirstRows>

export const IMPORT_STATUS = ['ready', 'checking', 'waiting', 'running', 'done', 'failed', 'undone'] as const
export const Import = z
  .object({
    id: Id,
    fileName: z.string(),
    size: z.number(),
    status: z.enum(IMPORT_STATUS),
    sheet: z.string().nullable(),
    mapping: ImportMapping,
    preview: Preview,
    first: FirstRows.describe('the first rows as they would come in by this mapping'),
    checked: Tally.nullable().describe('what a dry run found'),
    progress: z.number().describe('share of the file that was read, 0 to 1'),
    tally: Tally,
    failure: z.string().nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

export const ImportRow = Import.omit({ preview: true, first: true, mapping: true })
  .extend({ target: z.enum(TARGETS), source: z.string() })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>
export const ImportPage = pageOf(ImportRow)
export const ImportQuery = PageQuery
export const Upload = z.object({
  name: z.string().trim().min(1).max(300).describe('name of the file'),
  sheet: z.string().max(200).optional(),
})
export const SheetChoice = z.object({ sheet: z.string().max(200) })
export const IssueList = z.object({ data: z.array(Issue), meta: z.object({ total: z.int() }) })

/** The English of why the columns of a file were taken as they were. */
export const MAPPING_WHY = {
  'verdict.known': 'It looks like an export Heed knows: {{shape}}',
  'verdict.voices': 'It looks like a file of what people said',
  'verdict.persons': 'It looks like a file of people',
  'verdict.orders': 'It looks like a file of orders',
  'verdict.none': 'Nothing was guessed: guessing at columns is switched off here',
  'saw.column': '{{field}}: {{why}}',
  'saw.yours': '{{field}}: you chose this column',
  'by.known': 'The names of the columns, beside those of exports Heed knows',
  'by.weighing': 'Names and values of each column, weighed for each field',
  sure: 'Each guess is between 0 and 1; under 0.6 it is marked as a guess.',
  'change.header': 'Another name above a column, or other values in its first thousand rows.',
  overrule: 'Choose another column, or none. What you chose is what comes in.',
} as const
