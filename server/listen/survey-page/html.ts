/** Markup that cannot be broken out of: every value is escaped unless it is markup made here. Pure. */
export type Html = { readonly markup: string }
type Value = Html | string | number | null | undefined | false | readonly Html[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)

export function markup(strings: TemplateStringsArray, ...values: Value[]): Html {
  return {
    markup: strings.reduce(
      (whole, part, index) => whole + part + (index < values.length ? write(values[index]) : ''),
      '',
    ),
  }
}

function write(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'object') return 'markup' in value ? value.markup : value.map((one) => one.markup).join('')
  return escape(String(value))
}
