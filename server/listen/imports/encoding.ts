/**
 * From bytes to text, without being told the encoding. A byte order mark settles it; else zero bytes on one side of every
 * pair mean UTF-16; else text that is valid UTF-8 is UTF-8, for no other encoding passes that test by accident; else it is
 * Windows-1252, what spreadsheets on European and American machines still write.
 *
 * Trap: a long file may show its first "é" only after a hundred pages of plain ASCII, which says nothing. So UTF-8 is
 * checked all the way, and the reader turns to Windows-1252 at the first byte that cannot be UTF-8 if nothing before it
 * was UTF-8 beyond ASCII either.
 */
import iconv from 'iconv-lite'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Decoded = { pieces: AsyncIterable<string>; encoding: () => Encoding }

const MAGIC: [string, number[]][] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a BMP picture', [0x42, 0x4d]],
  ['an icon', [0x00, 0x00, 0x01, 0x00]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a WebP picture or a sound', [0x52, 0x49, 0x46, 0x46]],
  ['a database file', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a ZIP archive inside another', [0x50, 0x4b, 0x03, 0x04]],
  ['an archive inside another', [0x1f, 0x8b, 0x08]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['an XZ archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a]],
  ['a program', [0xcf, 0xfa, 0xed, 0xfe]],
  ['a program', [0xca, 0xfe, 0xba, 0xbe]],
  ['a program', [0x00, 0x61, 0x73, 0x6d]],
  ['a sound', [0x49, 0x44, 0x33]],
  ['a sound', [0x4f, 0x67, 0x67, 0x53]],
  ['a film or a sound', [0x1a, 0x45, 0xdf, 0xa3]],
  ['a rich-text document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a PostScript document', [0x25, 0x21, 0x50, 0x53]],
]

/** What a file that is no text is, in words for the person who picked it; null for text. */
export function binaryKind(head: Uint8Array): string | null {
  const hasZeros = head.includes(0)
  for (const [kind, bytes] of MAGIC) {
    // A table may well begin with “BMI” or “ID3”, but holds no zero bytes.
    const couldBeWords = bytes.length < 5 && bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
    if (startsWith(head, bytes) && (hasZeros || !couldBeWords)) return kind
  }
  if (detectEncoding(head).encoding.startsWith('utf-16')) return null
  let controls = 0
  for (const byte of head) if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls++
  return controls > head.length / 10 ? 'not text' : null
}

/** The encoding of a file by its first bytes, and how many of them are a byte order mark. */
export function detectEncoding(head: Uint8Array): { encoding: Encoding; mark: number } {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', mark: 3 }
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', mark: 2 }
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', mark: 2 }
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i & 1]!++
  const pairs = head.length / 2
  if (zeros[1]! > pairs / 10 && zeros[0]! < zeros[1]! / 10) return { encoding: 'utf-16le', mark: 0 }
  if (zeros[0]! > pairs / 10 && zeros[1]! < zeros[0]! / 10) return { encoding: 'utf-16be', mark: 0 }
  return { encoding: looksUtf8(head) ? 'utf-8' : 'windows-1252', mark: 0 }
}

/** Text piece by piece, without its byte order mark. `encoding()` is final once all pieces were taken. */
export function decode(bytes: AsyncIterable<Uint8Array>, head: Uint8Array): Decoded {
  const detected = detectEncoding(head)
  let encoding = detected.encoding
  const unmarked = skip(bytes, detected.mark)
  const pieces =
    encoding === 'utf-8' ? decodeUtf8(unmarked, () => (encoding = 'windows-1252')) : decodeAs(unmarked, encoding)
  return { pieces, encoding: () => encoding }
}

async function* decodeAs(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const piece of bytes) yield decoder.write(asBuffer(piece))
  const last = decoder.end()
  if (last) yield last
}

async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>, giveUp: () => void): AsyncGenerator<string> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
  let fallback: iconv.DecoderStream | null = null
  let beyondAscii = false
  let carried: Uint8Array = new Uint8Array()
  for await (const piece of bytes) {
    if (fallback) {
      yield fallback.write(asBuffer(piece))
      continue
    }
    const joined = carried.length ? Buffer.concat([carried, piece]) : piece
    const whole = joined.length - unfinished(joined)
    carried = joined.slice(whole)
    const text = decodeOrNull(strict, joined.subarray(0, whole))
    if (text !== null) {
      beyondAscii ||= text.length !== whole
      yield text
    } else if (beyondAscii || looksUtf8(joined)) yield lenient.decode(joined.subarray(0, whole))
    else {
      fallback = iconv.getDecoder('windows-1252')
      giveUp()
      yield fallback.write(asBuffer(joined))
    }
  }
  if (carried.length && !fallback) yield beyondAscii ? '\uFFFD' : iconv.decode(asBuffer(carried), 'windows-1252')
}

function decodeOrNull(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

// How many bytes at the end are the start of a character that goes on in the next piece.
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

// A few broken characters in a file full of good ones are damage, not another encoding.
function looksUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, bytes.length - unfinished(bytes)))
  let [broken, good] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken++
    else if (code > 0x7f) good++
  }
  return broken === 0 || good > 4 * broken
}

async function* skip(bytes: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count
  for await (const piece of bytes) {
    const cut = Math.min(left, piece.length)
    left -= cut
    if (piece.length > cut) yield cut ? piece.subarray(cut) : piece
  }
}

const startsWith = (head: Uint8Array, bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte)

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
