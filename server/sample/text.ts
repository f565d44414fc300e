/**
 * The written words of the sample, one JSON object a line in `texts/*.jsonl`. All of them were written for Heed; no
 * real person, firm or review is behind any of them.
 */
import { readdirSync, readFileSync } from 'node:fs'

export type Topic =
  | 'bread'
  | 'cake'
  | 'service'
  | 'delivery'
  | 'subscription'
  | 'price'
  | 'app'
  | 'terrace'
  | 'coffee'
  | 'allergy'
  | 'opening-hours'
  | 'payment'
  | 'noise'
  | 'staff'
  | 'wholesale'
  | 'other'

export type Text = {
  text: string
  title?: string
  /** review 1–5 */
  stars?: number
  /** 0–10 after a delivery */
  nps?: number
  /** 1–5 after a visit */
  csat?: number
  /** 1–7 after a question to us; 7 is 'made it easy' */
  ces?: number
  kind: 'review' | 'survey' | 'email' | 'chat' | 'counter' | 'supplier' | 'neighbour'
  topic: Topic
  /** ISO 639-1 */
  lang: string
  phase: 'before-bikes' | 'after-bikes' | 'price-rise' | 'pause-bug' | 'summer' | 'winter' | 'any'
  /** A named person, by key (see names.ts): the letters of one storyline stay with one hand. */
  person?: string
  thread?: string
  /** Passing through: never given to somebody from the town. */
  who?: 'visitor'
  /** Said this many hours before now, where the story needs it. */
  ago?: number
  /** One of the open troubles of the last days. */
  trouble?: true
}

export type KeyedText = Text & { key: string }

/** Reads every file, in the order of names and lines; a key is 'letters-7', the seventh line of letters.jsonl. */
export function readTexts(folder = new URL('./texts/', import.meta.url)): KeyedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => ({ ...(JSON.parse(line) as Text), key: `${name.replace('.jsonl', '')}-${index + 1}` })),
    )
}
