/**
 * What makes a voice the same voice when it comes a second time: the source's own id where there is one, else its whole
 * content. `nth` counts equal contents within one file, so that two people who both wrote "Good." stay two voices and
 * yet the same file read again adds nothing.
 */
import { hash } from 'node:crypto'

export type Fingerprinted = {
  source: string
  externalId?: string | null | undefined
  saidAt: Date | null
  person: string
  title: string
  text: string
  score: string
  nth?: number
}

const LENGTH = 16

export function fingerprint(voice: Fingerprinted): Buffer {
  const parts = voice.externalId
    ? ['id', voice.source, voice.externalId]
    : [
        'content',
        voice.source,
        voice.saidAt?.toISOString() ?? '',
        voice.person,
        voice.title,
        voice.text,
        voice.score,
        String(voice.nth ?? 0),
      ]
  // Lengths keep the parts apart: ("ab", "c") must differ from ("a", "bc"). Hashed in one go: an import does this per row.
  const joined = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('')
  return hash('sha256', joined, 'buffer').subarray(0, LENGTH)
}
