/** XML read as events while it streams in. Entities declared in the file are never expanded, so none can grow. */
import { setImmediate } from 'node:timers/promises'
import sax from 'sax'
import { DEPTH_LIMIT } from './limits.ts'
import { damaged } from './zip.ts'

export type XmlEvents = { open?: (tag: sax.Tag) => void; text?: (text: string) => void; close?: (name: string) => void }

/** Bytes in; after each piece control goes back to the caller, who may let others run. */
export function xmlReader(events: XmlEvents): { write(bytes: Uint8Array): void; end(): void } {
  const parser = sax.parser(true, { trim: false, normalize: false, position: false })
  // UTF-8 is what every spreadsheet program writes; UTF-16 is allowed too and marked as such.
  let decoder: TextDecoder | null = null
  let failure: Error | null = null
  parser.onerror = (error) => {
    failure ??= error
  }
  // Every open tag is remembered until it closes: a file that only ever opens them would fill the memory.
  let depth = 0
  parser.onopentag = (tag) => {
    depth += 1
    if (depth > DEPTH_LIMIT) throw damaged('One of its parts is nested without end.')
    events.open?.(tag as sax.Tag)
  }
  if (events.text) parser.ontext = parser.oncdata = events.text
  parser.onclosetag = (name) => {
    depth -= 1
    events.close?.(name)
  }
  const check = (): void => {
    if (failure) throw damaged('One of its parts is not what it should be.')
  }
  return {
    write(bytes) {
      decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8')
      parser.write(decoder.decode(bytes, { stream: true }))
      check()
    },
    end() {
      parser.close()
      check()
    },
  }
}

export async function readXml(pieces: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const reader = xmlReader(events)
  for await (const piece of pieces) {
    reader.write(piece)
    // Others get their turn: a big workbook holds many megabytes of texts.
    await setImmediate()
  }
  reader.end()
}

/** A tag's name without its prefix: some programs write `x:row`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export function attribute(tag: sax.Tag, name: string): string | undefined {
  return tag.attributes[name]
}
