/** Scores of rows under packed weights, through the engine's own sums: what is tuned is what will run. */
import { Chains } from '../../engine/src/chains.ts'
import { Net, type NetParts } from '../../engine/src/net.ts'
import { signTable } from '../../engine/src/signs.ts'
import { Sums } from '../../engine/src/sums.ts'
import type { Table } from '../../engine/src/table.ts'
import { cut, TOKEN, Tokens } from '../../engine/src/tokens.ts'
import { lookUp, Vocabulary, weighed } from '../../engine/src/vocabulary.ts'
import { ANY_NAME, maskPlaces, type Word, type WordMaker } from '../../engine/src/words.ts'
import type { Example } from './example.ts'

export function scorer(
  table: Table,
  make: WordMaker,
  parts: NetParts | null = null,
): (example: Pick<Example, 'text' | 'language' | 'topic'>) => Float64Array {
  const signs = signTable()
  const tokens = new Tokens()
  const chains = new Chains()
  const words: Word[] = []
  const net = parts === null ? null : new Net(parts)
  const weigh = weighed(table, make)
  const vocabulary = new Vocabulary(weigh)
  const sums = new Sums(table, net)
  const name = weigh(ANY_NAME, TOKEN.word)
  return ({ text, language, topic }) => {
    cut(text, signs, tokens)
    lookUp(text, tokens, vocabulary, words)
    maskPlaces(words, tokens, language, name)
    sums.take(words, tokens, chains, topic ?? null)
    return Float64Array.from(table.heads, (_, head) => sums.logit(head))
  }
}
