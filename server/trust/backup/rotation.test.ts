import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outdated } from './rotation.ts'

const nightly = (nights: number, until = '2026-11-27') =>
  Array.from({ length: nights }, (_, nth) => {
    const at = new Date(new Date(`${until}T02:23:00Z`).getTime() - nth * 86_400_000)
    return { name: at.toISOString().slice(0, 10), at }
  })
const kept = (all: ReturnType<typeof nightly>) => {
  const gone = new Set(outdated(all))
  return all.filter((one) => !gone.has(one)).map((one) => one.name)
}

test('a week of nights stays whole', () => {
  assert.equal(kept(nightly(7)).length, 7)
})

test('after two years there are seven days, five weeks and twelve months', () => {
  const names = kept(nightly(730))
  assert.deepEqual(
    names.slice(0, 7),
    nightly(7).map((one) => one.name),
  )
  assert.ok(names.includes('2026-11-15') && names.includes('2026-11-08') && names.includes('2026-11-01'), String(names))
  assert.deepEqual(
    [...new Set(names.map((name) => name.slice(0, 7)))],
    [
      '2026-11',
      '2026-10',
      '2026-09',
      '2026-08',
      '2026-07',
      '2026-06',
      '2026-05',
      '2026-04',
      '2026-03',
      '2026-02',
      '2026-01',
      '2025-12',
    ],
  )
})

test('night after night, what stays is the same as looked at all at once', () => {
  let left: ReturnType<typeof nightly> = []
  for (const one of nightly(400).reverse()) {
    left = [...left, one]
    const gone = new Set(outdated(left))
    left = left.filter((row) => !gone.has(row))
  }
  assert.deepEqual(left.map((one) => one.name).sort(), kept(nightly(400)).sort())
})

test('of several on one day the newest stays, and a single old one is never let go', () => {
  const day = [
    { name: 'early', at: new Date('2026-11-27T02:00:00Z') },
    { name: 'late', at: new Date('2026-11-27T20:00:00Z') },
  ]
  assert.deepEqual(
    outdated(day).map((one) => one.name),
    ['early'],
  )
  assert.deepEqual(outdated([{ name: 'old', at: new Date('2020-01-01T00:00:00Z') }]), [])
})
