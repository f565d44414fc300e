import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contrast, distance, sights, type Sight } from './colour.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const root = css.slice(0, css.indexOf('[data-theme'))
const themes = ['day', 'night'] as const

const tokens = new Map(
  [...root.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', day = '', night = '']) => [name, { day, night }] as const,
  ),
)

function token(name: string, theme: (typeof themes)[number]): string {
  const value = tokens.get(name)
  assert.ok(value, `tokens.css has no colour --${name}`)
  return value[theme]
}

function mustContrast(front: string, ground: string, least: number): void {
  for (const theme of themes) {
    const ratio = contrast(token(front, theme), token(ground, theme))
    assert.ok(ratio >= least, `--${front} on --${ground} by ${theme}: ${ratio.toFixed(2)}, needs ${least}`)
  }
}

const grounds = ['paper', 'sheet', 'well'] as const
const feelings = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'neutral'].map((name) => `feeling-${name}`)

test('the arithmetic agrees with the known ends of the scale', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#777777'), 1)
  assert.ok(Math.abs(contrast('#777777', '#ffffff') - 4.48) < 0.01)
  assert.equal(distance('#123456', '#123456', 'without red cones'), 0)
})

test('what people said is read with the strongest contrast, day and night', () => {
  for (const ground of grounds) mustContrast('quote', ground, 7)
})

test('every word of the interface is readable on every ground', () => {
  for (const ground of grounds)
    for (const ink of ['ink', 'ink-soft', 'ink-faint', 'lamp-ink', 'wrong']) mustContrast(ink, ground, 4.5)
  mustContrast('ink', 'band', 4.5)
  mustContrast('ink-soft', 'band', 4.5)
  mustContrast('ink', 'mark', 4.5)
})

test('words on filled grounds are readable', () => {
  mustContrast('on-deed', 'deed', 4.5)
  mustContrast('on-deed', 'deed-hover', 4.5)
  mustContrast('on-lamp', 'lamp', 4.5)
  for (const ink of ['ink', 'ink-soft', 'lamp-ink']) mustContrast(ink, 'lamp-wash', 4.5)
  for (const ink of ['ink', 'ink-soft', 'wrong']) mustContrast(ink, 'wrong-wash', 4.5)
})

test('edges of controls, the focus ring, the lamp and lines of charts stand out from their ground', () => {
  for (const ground of ['paper', 'sheet'] as const)
    for (const mark of ['edge', 'focus', 'lamp', 'series']) mustContrast(mark, ground, 3)
})

test('the shape of every feeling stands out from every ground', () => {
  for (const ground of grounds) for (const feeling of feelings) mustContrast(feeling, ground, 3)
})

test('no two feelings look the same, whichever cones an eye has', () => {
  const leastApart = 0.08
  for (const theme of themes)
    for (const sight of Object.keys(sights) as Sight[])
      for (const [at, one] of feelings.entries())
        for (const other of feelings.slice(at + 1)) {
          const apart = distance(token(one, theme), token(other, theme), sight)
          assert.ok(apart >= leastApart, `${one} and ${other} by ${theme}, ${sight}: ${apart.toFixed(3)}`)
        }
})

test('distress is never the red of an alarm, and joy is never plain green', () => {
  const alarm = '#ff0000'
  const green = '#00a000'
  for (const theme of themes) {
    for (const name of ['feeling-anger', 'feeling-fear', 'lamp', 'wrong'])
      assert.ok(distance(token(name, theme), alarm, 'full') > 0.1, `${name} by ${theme} is an alarm`)
    assert.ok(distance(token('feeling-joy', theme), green, 'full') > 0.1)
  }
})
