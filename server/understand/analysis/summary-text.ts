/** A summary for the terminal: at most 80 columns, readable without colours. */
import { counted, figureOf, shownWords, type Bar, type Quoted, type Summary } from './summary.ts'
import { plainText } from '#platform'
import { wrapped, type Paint } from './terminal.ts'

const BAR = { least: 6, most: 26 }
const LABEL = 15
/** Margin, label and figures beside a bar. */
const BESIDE = 45

export function summaryText(summary: Summary, width: number, paint: Paint): string {
  const paragraph = (text: string) => wrapped(text, [], width - 2, (part) => part)
  const section = (title: string, aside: string, lines: string[]) =>
    lines.length > 0 ? ['', `${paint('bold', title)}${aside && paint('dim', `  ${aside}`)}`, '', ...lines] : []
  const of = summary.judged > 0 ? `of ${counted(summary.judged)} that could be judged` : ''
  const lines = [
    ...paragraph(summary.title).map((line) => paint('bold', line)),
    ...summary.notes.flatMap(paragraph),
    ...(summary.alarm ? ['', ...paragraph(summary.alarm).map((line) => paint('lamp', line))] : []),
    ...(summary.care ? ['', ...paragraph(summary.care)] : []),
    ...section('How people feel', of, barLines(summary.sentiments, width, paint)),
    ...section('Feelings in their words', 'the strongest in each voice', barLines(summary.feelings, width, paint)),
    ...section('What they want', '', barLines(summary.kinds, width, paint)),
    ...section(
      'What they talk about',
      'voices that name it',
      summary.subjects.map(
        ({ label, voices, leaning }) => `${padded(plainText(label), 24)}${counted(voices).padStart(7)}   ${leaning}`,
      ),
    ),
    ...section('Most worrying', '', quotes(summary.worrying, width, paint)),
    ...section('Warmest', '', quotes(summary.warm, width, paint)),
    ...section(
      'Could not be read',
      '',
      summary.problems.flatMap(({ problem }) => paragraph(problem)),
    ),
    '',
    ...paragraph(`Read by ${summary.version} on this machine.`),
    ...paragraph('It reads words, not people, and it can be wrong.'),
  ]
  return `\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n\n`
}

/** Solid to where the share surely reaches, shaded over the range it may have. */
function barLines(bars: Bar[], width: number, paint: Paint): string[] {
  const long = Math.max(BAR.least, Math.min(BAR.most, width - BESIDE))
  return bars.map(({ label, figure }) => {
    const { value, range } = figureOf(figure)
    const name = padded(label, LABEL)
    if (figure.show === 'counts-only') return `${name}${value}`
    const solid = Math.round(figure.low * long)
    const shaded = Math.max(Math.round(figure.high * long) - solid, figure.count > 0 && solid === 0 ? 1 : 0)
    const drawn = paint('warm', '█'.repeat(solid)) + paint('dim', '▒'.repeat(shaded))
    const rest = ' '.repeat(long - solid - shaded)
    const words = `${value.padStart(5)}  ${paint('dim', range.padStart(8))}`
    return `${name}${drawn}${rest}  ${words}${counted(figure.count).padStart(11)}`
  })
}

function quotes(all: Quoted[], width: number, paint: Paint): string[] {
  return all.flatMap((one, nth) => {
    const { text, marks } = shownWords(one)
    const inside = marks.map(([start, end]): [number, number] => [start + 1, end + 1])
    const body = wrapped(`“${text}”`, inside, width - 4, (part) => paint('underline', part))
    return [...(nth > 0 ? [''] : []), ...body, paint('dim', `line ${counted(one.line)} · ${one.reads}`)]
  })
}

const padded = (text: string, width: number): string =>
  (text.length > width - 1 ? `${text.slice(0, width - 2)}…` : text).padEnd(width)
