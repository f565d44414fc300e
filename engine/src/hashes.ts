/** 32-bit hashes of features. Feature families are kept apart by a salt, so that "not good" is never "no tgood". */

export const SALT = {
  word: 0x1d83,
  part: 0x2f19,
  pair: 0x3c6e,
  triple: 0x4a7b,
  gap: 0x51af,
  negated: 0x6b21,
  opening: 0x7e55,
  answer: 0x8c3d,
  shape: 0x9d4f,
  length: 0xa1b7,
  negatedPart: 0xb733,
}

/** The last mixing steps of MurmurHash3 (public domain): every input bit reaches every output bit. */
export function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}

export function hashOf(text: string, salt: number, from = 0, to = text.length): number {
  let h = Math.imul(salt, 0x9e3779b1)
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) + 0x7f4a7c15
  return mixed(h)
}

export function joined(a: number, b: number, salt: number): number {
  return mixed(Math.imul(a, 0x2c1b3c6d) ^ Math.imul((b << 15) | (b >>> 17), 0x297a2d39) ^ salt)
}
