/** What the window of a command can show, and writing to whoever reads it, as fast as they read. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { plainText } from '#platform'

type Screen = Writable & { isTTY?: boolean; columns?: number }
export type Terminal = {
  input: Readable
  out: Screen
  err: Screen
  env: Record<string, string | undefined>
}

const WIDEST = 80

export const widthOf = (screen: Screen): number => Math.max(40, Math.min(WIDEST, screen.columns || WIDEST))

/** https://no-color.org: any value but nothing switches colours off. */
export const isColoured = ({ out, env }: Terminal): boolean =>
  out.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'

export type Pen = {
  /** False once the reader has gone away (`| head`), which is no error. */
  write: (chunk: string | Uint8Array) => Promise<boolean>
  close: () => void
}

export function penOf(out: Writable): Pen {
  let failure: NodeJS.ErrnoException | null = null
  let finish: () => void = () => undefined
  const broken = new Promise<void>((resolve) => (finish = resolve))
  const fail = (error: NodeJS.ErrnoException): void => {
    failure = error
    finish()
  }
  out.on('error', fail)
  return {
    write: async (chunk) => {
      if (failure === null && chunk.length > 0 && !out.write(chunk))
        await Promise.race([once(out, 'drain').catch(() => undefined), broken])
      if (failure === null) return true
      if (failure.code === 'EPIPE') return false
      throw failure
    },
    // The error of the last write may still be to come; without a listener it would end the process.
    close: finish,
  }
}

type Style = 'bold' | 'dim' | 'underline' | 'warm' | 'lamp'
const CODES: Record<Style, [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  warm: [36, 39],
  lamp: [33, 39],
}
export type Paint = (style: Style, text: string) => string

export const paintOf =
  (coloured: boolean): Paint =>
  (style, text) =>
    coloured && text !== '' ? `\u001B[${CODES[style][0]}m${text}\u001B[${CODES[style][1]}m` : text

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uFF01-\uFF60]/u
const NARROWEST = /[\p{Mn}\p{Me}\p{Cf}]/u

export const cellsOfSign = (sign: string): number => (NARROWEST.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1)

/** Text in lines of at most `width` cells, with the marked spans painted. Nothing in it can command the terminal. */
export function wrapped(text: string, marks: [number, number][], width: number, paint: (text: string) => string) {
  const lines: string[] = []
  let [line, used] = ['', 0]
  const end = (): void => {
    if (line !== '') lines.push(line)
    ;[line, used] = ['', 0]
  }
  let blank = ''
  for (const word of wordsOf(text, marks)) {
    if (word.blank) {
      blank = used === 0 ? '' : word.marked ? paint(' ') : ' '
      continue
    }
    const wide = word.signs.reduce((sum, { cells }) => sum + cells, 0)
    if (used > 0 && used + 1 + wide > width) end()
    else if (blank !== '') {
      line += blank
      used += 1
    }
    blank = ''
    for (let at = 0; at < word.signs.length;) {
      const { marked } = word.signs[at]!
      let run = ''
      for (; at < word.signs.length && word.signs[at]!.marked === marked && used < width; at += 1) {
        run += word.signs[at]!.sign
        used += word.signs[at]!.cells
      }
      line += marked ? paint(run) : run
      if (used >= width && at < word.signs.length) end()
    }
  }
  end()
  return lines
}

type Sign = { sign: string; cells: number; marked: boolean }
type Word = { blank: boolean; marked: boolean; signs: Sign[] }

function wordsOf(text: string, marks: [number, number][]): Word[] {
  const words: Word[] = []
  let place = 0
  for (const sign of text) {
    const at = place
    place += sign.length
    const marked = marks.some(([from, to]) => at >= from && at < to)
    const blank = /\s/.test(sign) || plainText(sign) !== sign
    const last = words.at(-1)
    if (last && last.blank === blank) {
      last.signs.push({ sign, cells: cellsOfSign(sign), marked })
      last.marked &&= marked
    } else words.push({ blank, marked, signs: [{ sign, cells: cellsOfSign(sign), marked }] })
  }
  return words
}
