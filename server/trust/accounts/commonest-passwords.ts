/**
 * Passwords a stranger would try first: a list that came with Heed (its origin stands in its first lines), looked
 * through on this machine, and the small changes people make to such words to get past a rule.
 */
import { readFileSync } from 'node:fs'
import { Refusal } from '#platform'

let list: Set<string> | undefined
const commonest = (): Set<string> => {
  list ??= new Set(
    readFileSync(new URL('./commonest-passwords.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('# ')),
  )
  return list
}

const LEET: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
const plain = (text: string): string => [...text].map((letter) => LEET[letter] ?? letter).join('')
const core = (text: string): string => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** A few figures or signs before and after a common word protect nothing. */
const AROUND = 6
const MEANT = 4

const isListed = (text: string): boolean => {
  const around = [core(text), plain(text), core(plain(text)), plain(core(text))]
  return (
    commonest().has(text) ||
    around.some((word) => word.length >= MEANT && text.length - word.length <= AROUND && commonest().has(word))
  )
}

const ROWS = [
  '0123456789',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
]
const RUNS = ROWS.flatMap((row) => [row.repeat(3), [...row.repeat(3)].reverse().join('')])

const isPattern = (text: string): boolean =>
  new Set(text).size <= 3 || /^(.{1,6})\1+$/su.test(text) || RUNS.some((run) => run.includes(text))

/** Their own name or address with a few signs around it is what somebody who knows them tries. */
const isOwn = (text: string, about: string[]): boolean =>
  about
    .flatMap((word) => [fold(word), ...word.toLowerCase().split(/[\s@.+_-]+/)])
    .some((word) => word.length >= MEANT && text.includes(word) && text.length - word.length <= AROUND)

export const isCommon = (password: string, about: string[] = []): boolean => {
  const text = fold(password)
  return isListed(text) || isPattern(text) || isOwn(text, [...about, 'heed'])
}

export function refuseCommon(password: string, about: string[], field: string = 'password'): void {
  if (!isCommon(password, about)) return
  const reason =
    'This is among the first that strangers try. A few words in a row that only you would put together are good.'
  throw new Refusal('password_too_common', reason, [{ field, reason }])
}
