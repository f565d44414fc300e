/** The little of Markdown a model card uses: headings, paragraphs, lists and tables. Anything else is shown as written. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; rows: string[][] }

const plain = (text: string): string => text.replaceAll(/\*\*|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, '').trim()
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(plain)

export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n(?=#)|\n\s*\n/)
    .flatMap((part) => part.split(/(?<=^#[^\n]*)\n/))
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('# '))
    .map(blockOf)
}

function blockOf(part: string): Block {
  const lines = part.split('\n')
  if (part.startsWith('#')) return { kind: 'heading', text: plain(part.replace(/^#+\s*/, '')) }
  if (lines.every((line) => line.startsWith('|'))) {
    return { kind: 'table', rows: lines.filter((line) => !/^\|[\s:|-]+\|?$/.test(line)).map(cellsOf) }
  }
  if (lines[0]!.startsWith('- ')) {
    return {
      kind: 'list',
      items: part.split(/\n(?=- )/).map((item) => plain(item.slice(2).replaceAll(/\s*\n\s*/g, ' '))),
    }
  }
  return { kind: 'paragraph', text: plain(lines.join(' ')) }
}
