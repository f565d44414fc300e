/**
 * A list as PostgreSQL reads it, for `unnest(${sqlArray(…)}::uuid[], …)`: how a batch of rows travels in one statement.
 * The driver writes arrays too, with two regular expressions for each value; an import does this twenty million times.
 */
type Value = string | number | boolean | Date | Buffer | null | undefined

export const sqlArray = (values: readonly Value[]): string => `{${values.map(literal).join(',')}}`

function literal(value: Value): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'string') {
    const plain = !value.includes('"') && !value.includes('\\')
    return plain ? `"${value}"` : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  }
  if (typeof value !== 'object') return String(value)
  return value instanceof Date ? `"${instant(value)}"` : `"\\\\x${value.toString('hex')}"`
}

/** ISO 8601 as far as PostgreSQL knows it: years before the first are written as BC, those after 9999 without a sign. */
function instant(value: Date): string {
  const iso = value.toISOString()
  const year = value.getUTCFullYear()
  if (year >= 1 && year <= 9999) return iso
  const rest = iso.slice(iso.indexOf('-', 1))
  return year < 1 ? `${String(1 - year).padStart(4, '0')}${rest} BC` : `${year}${rest}`
}
