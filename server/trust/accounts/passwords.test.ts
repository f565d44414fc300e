import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword as scrypt } from 'better-auth/crypto'
import { isCommon } from './commonest-passwords.ts'
import { hashPassword, isOldHash, isPassword } from './password.ts'
import { seal, unseal } from './seal.ts'
import { codeOf, fromBase32, makeRecoveryCodes, makeSeed, stepOf, toBase32 } from './second-step.ts'

test('a password is kept as Argon2id, each time otherwise, and only itself opens', async () => {
  const [one, two] = await Promise.all([hashPassword('bread and butter'), hashPassword('bread and butter')])
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(one, two)
  assert.equal(await isPassword('bread and butter', one, false), true)
  assert.equal(await isPassword('bread and Butter', one, false), false)
  assert.equal(isOldHash(one), false)
})

test('a hash of scrypt still opens, and is known to be old', async () => {
  const old = await scrypt('bread and butter')
  assert.equal(await isPassword('bread and butter', old, true), true)
  assert.equal(await isPassword('bread and jam', old, true), false)
  assert.equal(isOldHash(old), true)
})

test('nobody has no password, not even an empty one, and a torn hash opens nothing', async () => {
  for (const kept of [null, '', '$argon2id$', 'x:y'])
    for (const typed of ['', 'bread and butter']) assert.equal(await isPassword(typed, kept, true), false)
})

test('accents typed in two ways are one password', async () => {
  const hash = await hashPassword('crème brûlée'.normalize('NFC'))
  assert.equal(await isPassword('crème brûlée'.normalize('NFD'), hash, false), true)
})

test('what strangers try first is common, however it is dressed up', () => {
  const about = ['Maren Lind', 'maren@lindenrye.example']
  for (const word of [
    'password123',
    'Password2026!',
    'P@ssw0rd!!',
    'qwertyuiop',
    '1q2w3e4r5t',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '1234567890',
    'abcdefghijkl',
    '0987654321',
    'sunshine!!!!',
    'marenlind1',
    'lindenrye2026',
    'Heed heed heed',
  ])
    assert.equal(isCommon(word, about), true, word)
  for (const word of [
    'bread and butter',
    'seven geese at dawn',
    'xK9$vb2!qLm',
    'rye-hazel-oven-42',
    'maren likes warm rolls',
  ])
    assert.equal(isCommon(word, about), false, word)
})

/** RFC 6238, appendix B, the SHA-1 column: eight figures. */
test('codes are those of RFC 6238', () => {
  const seed = toBase32(Buffer.from('12345678901234567890'))
  const vectors: [number, string][] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ]
  for (const [seconds, code] of vectors) assert.equal(codeOf(seed, Math.floor(seconds / 30), 8), code)
})

test('a seed survives being written in letters', () => {
  for (let tries = 0; tries < 50; tries += 1) {
    const seed = makeSeed()
    assert.equal(toBase32(fromBase32(seed)), seed)
    assert.equal(fromBase32(seed).length, 20)
  }
})

test('a code counts for its half minute and one on each side', () => {
  const seed = makeSeed()
  const now = new Date('2026-03-01T12:00:10Z')
  const step = Math.floor(now.getTime() / 30_000)
  assert.deepEqual(
    [-2, -1, 0, 1, 2].map((shift) => stepOf(seed, codeOf(seed, step + shift), now) !== null),
    [false, true, true, true, false],
  )
})

test('ten recovery codes, none like another', () => {
  const codes = makeRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  for (const code of codes) assert.match(code, /^[a-z2-9]{5}-[a-z2-9]{5}$/)
})

test('what is sealed opens with the same secret and for the same use only', () => {
  const sealed = seal('the secret of this installation', 'seed', 'JBSWY3DPEHPK3PXP')
  assert.equal(unseal('the secret of this installation', 'seed', sealed), 'JBSWY3DPEHPK3PXP')
  assert.throws(() => unseal('another secret altogether', 'seed', sealed))
  assert.throws(() => unseal('the secret of this installation', 'else', sealed))
  const torn = `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'B' : 'A'}A`
  assert.throws(() => unseal('the secret of this installation', 'seed', torn))
})
