/** Serves the built web app: hashed assets for a year, the page itself always fresh. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../web/dist/', import.meta.url))
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

export async function servePage(request: Request): Promise<Response | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const path = decode(new URL(request.url).pathname)
  if (path === null || path.startsWith('/api/')) return null
  const asset = extname(path) ? await readAsset(request, path) : null
  if (asset) return asset
  // An address of the app, which finds its own way; a missing file is missing.
  return extname(path) && path.startsWith('/assets/') ? null : readAsset(request, '/index.html')
}

async function readAsset(request: Request, path: string): Promise<Response | null> {
  const file = normalize(join(FOLDER, path))
  if (!file.startsWith(FOLDER)) return null
  const headers = new Headers({
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  const accepted = request.headers.get('accept-encoding') ?? ''
  for (const [encoding, ending] of ENCODINGS) {
    if (!accepted.includes(encoding)) continue
    const body = await readOr(file + ending)
    if (!body) continue
    headers.set('content-encoding', encoding)
    return new Response(new Uint8Array(body), { headers })
  }
  const body = await readOr(file)
  return body ? new Response(new Uint8Array(body), { headers }) : null
}

async function readOr(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch {
    return null
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
