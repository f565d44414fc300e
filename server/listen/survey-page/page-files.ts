/** The files of the survey page, read once, addressed by their content so that they may be cached for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { accentCss } from './accent.ts'
import type { Files } from './view.ts'

type Served = { body: Uint8Array<ArrayBuffer>; type: string }

const YEAR = 'public, max-age=31536000, immutable'
const FONT = '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'

export type PageFiles = { files: Files; serve: (name: string) => Response }

let read: PageFiles | null = null

/** Read at the first visit, not at import, and kept: they are part of the program, like its code. */
export function pageFiles(): PageFiles {
  read ??= readFiles()
  return read
}

function readFiles(): PageFiles {
  const css = load(new URL('page.css', import.meta.url), 'text/css; charset=utf-8')
  const script = load(new URL('page.js', import.meta.url), 'text/javascript; charset=utf-8')
  const font = load(fontPlace(), 'font/woff2')
  const served = new Map<string, Served>()
  const add = (name: string, file: Served | null) => {
    if (file) served.set(name, file)
    return `/s/files/${name}${file ? `?v=${createHash('sha256').update(file.body).digest('base64url').slice(0, 10)}` : ''}`
  }
  const files = { css: add('page.css', css), script: add('page.js', script), font: add('newsreader.woff2', font) }
  // The font's address in the style sheet and in the preload must be one and the same, or it is fetched twice.
  if (css)
    css.body = bytes(
      Buffer.from(css.body).toString('utf8').replace('newsreader.woff2', files.font.slice('/s/files/'.length)),
    )
  return {
    files,
    serve: (name) => {
      const file = served.get(name)
      return file
        ? new Response(file.body, { headers: { 'content-type': file.type, 'cache-control': YEAR } })
        : new Response('There is no such file.\n', {
            status: 404,
            headers: { 'content-type': 'text/plain; charset=utf-8' },
          })
    },
  }
}

export function serveAccent(name: string): Response {
  const hex = /^([0-9a-f]{6})\.css$/i.exec(name)?.[1]
  if (!hex) return new Response('', { status: 404 })
  return new Response(accentCss(`#${hex}`), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': YEAR },
  })
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

function fontPlace(): URL | null {
  try {
    return new URL(import.meta.resolve(FONT))
  } catch {
    // An installation without the web packages shows the system's serif.
    return null
  }
}

function load(place: URL | null, type: string): Served | null {
  try {
    return place ? { body: new Uint8Array(readFileSync(fileURLToPath(place))), type } : null
  } catch {
    return null
  }
}
