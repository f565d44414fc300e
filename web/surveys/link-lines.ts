/** Who gets a link, one a line: "Ada Brandt <ada@post.example>", an address alone, or any name such as "Order 17". Pure. */
export type WantedLink = { label: string; name?: string; email?: string }

export function linesToLinks(text: string): WantedLink[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const email = /[^\s<>,;"]+@[^\s<>,;"]+\.[^\s<>,;"]+/.exec(line)?.[0]
      if (!email) return { label: line.slice(0, 120) }
      const name = line
        .replace(email, '')
        .replaceAll(/[<>,;"\t]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, 120)
      return { label: name || email.slice(0, 120), email, ...(name ? { name } : {}) }
    })
}

/** A cell that begins like a formula would be run by a spreadsheet; an apostrophe keeps it a text. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

export const linksToCsv = (links: readonly { label: string; url: string }[]): string =>
  ['label,link', ...links.map((link) => `${cell(link.label)},${cell(link.url)}`)].join('\r\n')
