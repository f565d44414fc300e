/** Why the columns of a file were taken as they were: each field with its column, the reason, and how sure the guess is. */
import { isDeepStrictEqual } from 'node:util'
import { Refusal, type App } from '#platform'
import type { Who } from '#trust'
import { sayer, type Explanation } from '#trust/contract'
import { MAPPING } from '../automations.ts'
import { lookAgain, seeImport } from './bring-in.ts'
import { MAPPING_WHY, type Import } from './contract.ts'

const say = sayer(MAPPING_WHY)

export async function explainMapping(app: App, who: Who, id: string): Promise<Explanation> {
  const found = await seeImport(app, who, id)
  const { preview, mapping } = found
  const guessed = Object.keys(preview.found).length > 0 || preview.confidence > 0
  return {
    automation: MAPPING.key,
    verdict: !guessed
      ? say('verdict.none')
      : mapping.shape === 'generic'
        ? say(`verdict.${mapping.target}`)
        : say('verdict.known', { shape: mapping.shape }),
    saw: Object.entries(mapping.fields).map(([field, header = '']) => {
      const guess = preview.found[field]
      return guess && guess.header === header
        ? { what: say('saw.column', { field, why: guess.why }), quote: header, figure: guess.confidence }
        : { what: say('saw.yours', { field }), quote: header, figure: null }
    }),
    sum: null,
    decidedBy: {
      kind: 'rule',
      name: say(mapping.shape === 'generic' ? 'by.weighing' : 'by.known'),
      version: preview.version ?? null,
      at: found.createdAt,
    },
    sure: { share: guessed ? Math.min(1, Math.max(0, preview.confidence)) : null, words: say('sure') },
    wouldChange: [say('change.header')],
    overrule: say('overrule'),
    holds: guessed ? await holds(app, who, found) : null,
  }
}

/** Guessed once more from the kept file; once it was stored the file is gone, and nothing can be made again. */
async function holds(app: App, who: Who, found: Import): Promise<boolean | null> {
  try {
    const again = await lookAgain(app, who, found)
    return again && isDeepStrictEqual(again.preview.found, found.preview.found)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
