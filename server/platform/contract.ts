/** What every part of the wire shares. Pure: the browser may load it. */
import { z } from 'zod'

export const Id = z.uuid().describe('identifier')
export const Instant = z.iso.datetime({ offset: true }).describe('RFC 3339 date and time')
/** What `Date` columns become on the wire. */
export const instantOf = (at: Date): string => at.toISOString()

/** Query of every list: how many, and from where. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('how many at the most'),
  cursor: z.string().max(500).optional().describe('`meta.nextCursor` of the page before'),
})

/** Shape of every list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), meta: z.object({ nextCursor: z.string().nullable() }) })
export type Page<Item> = { data: Item[]; meta: { nextCursor: string | null } }

export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag such as en or pt-BR')
