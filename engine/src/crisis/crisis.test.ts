import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { cut, Tokens } from '../tokens.ts'
import { signTable } from '../signs.ts'
import { CLUES, crisisRules, LANGUAGES, mayHit, type CrisisWords } from './crisis.ts'
import { modelFile, openReader } from '../index.ts'

const { find, cluesIn } = crisisRules()
const kinds = (text: string) => [...new Set(find(text).map((hit) => hit.kind))]

test('words of danger are heard with their kind, in the words that said them', () => {
  const [hit] = find('Sorry. I want to die.')
  assert.deepEqual([hit?.kind, 'Sorry. I want to die.'.slice(hit?.start, hit?.end)], ['self_harm', 'want to die'])
  assert.deepEqual(kinds('Er bekommt keine Luft!'), ['medical'])
  assert.ok(kinds('Mi marido me pega.').includes('abuse'))
  assert.ok(kinds('Il a un pistolet dans le magasin, un homme armé').includes('violence'))
  assert.ok(kinds('Moje dziecko połknęło baterię').includes('child'))
})

test('idioms that use the same words are let go', () => {
  for (const text of [
    'I was dying for a coffee.',
    'My phone died.',
    'Killing time in your café.',
    'A cake to die for.',
  ])
    assert.deepEqual(find(text), [], text)
})

test('an illness that is only mentioned is no emergency, an attack of it is', () => {
  for (const text of [
    'My daughter has epilepsy and loves your cakes.',
    'Mi hija tiene epilepsia.',
    'Ma fille est épileptique, y a-t-il des lumières qui clignotent ?',
    'Mijn zoon heeft epilepsie.',
  ])
    assert.deepEqual(find(text), [], text)
  for (const text of [
    'He had an epileptic fit by the counter',
    'Tuvo un ataque de epilepsia en la tienda',
    'Elle a fait une crise d’épilepsie devant la caisse',
    'Hij kreeg een epileptische aanval',
    'Teve um ataque de epilepsia na fila',
  ])
    assert.deepEqual(kinds(text), ['medical'], text)
})

test('everyday words of one language are not danger in another', () => {
  for (const text of [
    'Se me ha olvidado la contraseña.',
    'Auf Ihrer Rechnung Nr. 2024-118 fehlt das Datum.',
    'Guest in 118 came to the desk at three.',
    'Votre chef de chantier est passé ce matin.',
    'A salad that was mainly stalk.',
  ])
    assert.deepEqual(find(text), [], text)
  assert.deepEqual(kinds('Chiamate il 118, presto!'), ['medical'])
  assert.deepEqual(kinds('Ele disse que vai se matar'), ['self_harm'])
  assert.deepEqual(kinds('Zij chanteert mij met foto’s'), ['abuse'])
})

test('an idiom beside real danger hides nothing', () => {
  assert.deepEqual(kinds('My phone died. I want to kill myself.'), ['self_harm'])
})

test('at least 95 of 100 held-out texts that may speak of danger are heard', () => {
  const rows = readFileSync(new URL('../../../bench/corpus/crisis-held.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string | null; text: string })
    .filter((row) => row.kind !== null)
  assert.ok(rows.filter((row) => find(row.text).length > 0).length / rows.length >= 0.95)
})

/** A text that a pattern was written for: one of its words at each step, others where a gap is allowed. */
function spoken(line: string, pick: (most: number) => number): string {
  const among = (words: string): string => {
    const all = words.split('|')
    return (all[pick(all.length)] as string).replace(/\*$/, 'ung')
  }
  const halves = line.split(' & ')
  return (pick(2) === 0 ? halves : halves.toReversed())
    .join(' ')
    .split(/\s+/)
    .flatMap((term) => {
      if (/^~\d+$/.test(term)) return Array.from({ length: pick(Number(term.slice(1)) + 1) }, () => 'zzz')
      if (term.startsWith('?')) return pick(2) === 0 ? [] : [among(term.slice(1))]
      return [among(term)]
    })
    .join(' ')
}

const lines = LANGUAGES.flatMap((words: CrisisWords) =>
  Object.entries(words).flatMap(([kind, text]) => (kind === 'calm' ? [] : text.split('\n').map((line) => line.trim()))),
).filter((line) => line !== '')

test('the clues of its words never pass over a text that the search would stop at', () => {
  const signs = signTable()
  let found = 0
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.infiniteStream(fc.nat()), (line, numbers) => {
      const text = spoken(line, (most) => (numbers.next().value as number) % most)
      if (find(text).length === 0) return
      found++
      const tokens = new Tokens()
      cut(text, signs, tokens)
      const all = new Int32Array(CLUES)
      for (let i = 0; i < tokens.count; i++)
        cluesIn(text.slice(tokens.start[i], tokens.end[i]))?.forEach((clues, at) => {
          all[at] = (all[at] as number) | clues
        })
      assert.ok(mayHit(all), text)
    }),
    { numRuns: 5000 },
  )
  assert.ok(found > 4000, `only ${found} of the texts were such`)
})

test('the reader hears danger in one sentence among others, in a link, and behind more than it keeps of a word', () => {
  const reader = openReader(readFileSync(modelFile))
  for (const text of [
    'Your bread is lovely. Third order in a row... 12345 thanks! But honestly I want to die. See you on Friday.',
    'see http://mail.example/?text=kill+myself today',
    `${'a'.repeat(80)}.kill myself`,
    'nothing\nmakes sense, I want\nto die',
  ])
    assert.equal(reader.read(text).kind, 'crisis', text)
})
