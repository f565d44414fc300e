import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { opening, sealing } from './sealed-file.ts'

const KEY = 'a key of five words or so'
/** A hundred files are sealed here; how dear one guess is does not matter to them. */
const CHEAP = { n: 2 ** 10, r: 8, p: 1 }
async function* inChunks(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size)
}
const gather = async (source: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
const seal = async (content: Buffer, chunk = 10_000) => gather((await sealing(KEY, CHEAP))(inChunks(content, chunk)))
const open = (sealed: Buffer, key = KEY, chunk = 7_000) => gather(opening(key, 'a file')(inChunks(sealed, chunk)))

for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])
  test(`${size} bytes come out as they went in`, async () => {
    const content = randomBytes(size)
    assert.deepEqual(await open(await seal(content)), content)
  })

test('a sealed file shows nothing of what it holds, and two of the same content differ', async () => {
  const content = Buffer.from('Ada Brandt said the bread was hard. '.repeat(4_000))
  const [one, other] = [await seal(content), await seal(content)]
  assert.equal(one.includes('Brandt'), false)
  assert.equal(one.equals(other), false)
})

test('another key is told apart from a damaged file', async () => {
  const sealed = await seal(randomBytes(1_000))
  await assert.rejects(open(sealed, 'another key altogether'), { code: 'wrong_backup_key' })
})

test('whatever single byte is changed, the file is refused', async () => {
  const sealed = await seal(randomBytes(70_000))
  const firstOfContent = sealed.indexOf(10, 20) + 1
  const places = [firstOfContent, firstOfContent + 40_000, firstOfContent + 65_536 + 20, sealed.length - 1, 14, 40]
  for (const place of places) {
    const changed = Buffer.from(sealed)
    changed[place] = changed[place]! ^ 1
    await assert.rejects(open(changed), (error: { code?: string }) =>
      ['invalid_input', 'wrong_backup_key'].includes(error.code ?? ''),
    )
  }
})

test('a file that was cut off is refused, also where a portion ends', async () => {
  const sealed = await seal(randomBytes(200_000))
  const head = sealed.indexOf(10, 20) + 1
  for (const end of [head, head + 65_552, head + 2 * 65_552, sealed.length - 1])
    await assert.rejects(open(sealed.subarray(0, end)), { code: 'invalid_input' })
})

test('portions that changed places are refused', async () => {
  const sealed = await seal(randomBytes(200_000))
  const head = sealed.indexOf(10, 20) + 1
  const size = 65_552
  const swapped = Buffer.concat([
    sealed.subarray(0, head),
    sealed.subarray(head + size, head + 2 * size),
    sealed.subarray(head, head + size),
    sealed.subarray(head + 2 * size),
  ])
  await assert.rejects(open(swapped), { code: 'invalid_input' })
})

test('a key is guessed at the price that OWASP asks for', async () => {
  const sealed = await gather((await sealing(KEY))(inChunks(Buffer.from('bread'), 10)))
  assert.match(sealed.subarray(0, 60).toString('latin1'), /"n":131072,"r":8,"p":1/)
  assert.equal((await open(sealed)).toString(), 'bread')
})

test('a file cannot ask for all the memory of the machine', async () => {
  const sealed = await seal(randomBytes(100))
  const text = sealed.toString('latin1').replace('"n":1024', '"n":1073741824')
  await assert.rejects(open(Buffer.from(text, 'latin1')), { code: 'invalid_input' })
})
