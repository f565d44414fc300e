/** Persons from rows. A row must name someone: by e-mail, phone, id or at least name. */
import { attributesOf, cellsOf, quoted, systemId } from './cell.ts'
import { isEmpty } from './column.ts'
import { readDate } from './date.ts'
import type { Complain, ConsentDraft, PersonDraft, RowDrafter } from './draft.ts'
import type { Occurrences } from './occurrence.ts'
import type { ConsentColumn, Mapping } from './mapping.ts'
import type { GoodRow } from './row.ts'
import { readYesNo } from './yes-no.ts'

export function personDrafter(mapping: Mapping, prints: Occurrences): RowDrafter {
  const read = cellsOf(mapping)
  return {
    row(row, issue) {
      const cells = read(row.values)
      const givenEmail = cells.short('email')
      const email = cells.email('email')
      if (givenEmail !== null && email === null) issue('email', `${quoted(givenEmail)} is not an e-mail address.`, true)
      const createdAt = cells.time('created_at')
      if (createdAt.reason) issue('created_at', createdAt.reason, true)
      const names = [cells.short('first_name'), cells.short('last_name')].filter(Boolean).join(' ')
      const person: Omit<PersonDraft, 'fingerprint'> = {
        target: 'persons',
        line: row.line,
        name: cells.short('name') ?? (names || null),
        email,
        phone: cells.short('phone'),
        externalId: systemId(mapping.source, cells.short('external_id')),
        company: cells.short('company'),
        language: cells.short('language'),
        createdAt: createdAt.value,
        attributes: attributesOf(mapping, row),
        consents: [],
        row: null,
      }
      const { name, phone, externalId } = person
      if (!name && !email && !phone && !externalId) {
        issue(null, 'This row names nobody: no name, e-mail address, phone number or id.', false)
        return []
      }
      const fingerprint = printOf(prints, mapping.source, person)
      const consents = (mapping.consents ?? []).flatMap((column) => consentIn(column, row, mapping, issue) ?? [])
      return [{ ...person, fingerprint, consents, row: consents.length > 0 ? row : null }]
    },
    end: () => [],
  }
}

/** Nobody's yes is guessed: what cannot be read is left out and said. */
function consentIn(
  { header, purpose, channel, date, confirmed, shown }: ConsentColumn,
  { values }: GoodRow,
  { dateOrder, timeZone }: Mapping,
  issue: Complain,
): ConsentDraft | null {
  const given = (values[header] ?? '').trim()
  if (isEmpty(given)) return null
  const agrees = readYesNo(given)
  if (agrees === null) {
    issue(
      header,
      `${quoted(given)} is neither yes nor no, so nothing was written down about what they agreed to.`,
      true,
    )
    return null
  }
  const said = date === null ? '' : (values[date] ?? '').trim()
  const read = isEmpty(said) ? null : readDate(said, { order: dateOrder, timeZone })
  if (!isEmpty(said) && !read) {
    // A no counts in any case; a yes that cannot be dated could not be shown to anybody later.
    const so = agrees ? 'the yes was not written down' : 'the no counts from today'
    issue(header, `${quoted(said)} is not a date Heed can read, so ${so}.`, true)
    if (agrees) return null
  }
  const at = read ? new Date(read.at).toISOString() : null
  return { header, purpose, channel, shown, act: agrees ? (confirmed ? 'confirmed' : 'given') : 'withdrawn', at }
}

function printOf(
  prints: Occurrences,
  source: string,
  { externalId, email, phone, name }: Omit<PersonDraft, 'fingerprint'>,
): string {
  if (externalId) return prints.known(source, externalId)
  if (email) return prints.known(source, `mail:${email}`)
  return phone ? prints.known(source, `phone:${phone.replaceAll(/\D/g, '')}`) : prints.named(source, name ?? '')
}
