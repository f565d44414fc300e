import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { crisisFinder } from '../index.ts'

const find = crisisFinder()
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
