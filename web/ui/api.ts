import { Problem, problemOf } from './problem.ts'

/** Whatever can check a value and give it a type; every Zod schema does. */
export interface Schema<T> {
  parse: (value: unknown) => T
}

type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[]
export type Query = Readonly<Record<string, QueryValue>>

interface Asked {
  body?: unknown
  query?: Query | undefined
  signal?: AbortSignal | undefined
  headers?: Record<string, string>
}

/** Builds a path out of parts, each encoded: `path('voices', id)`. Parts left out or null are an error, not "undefined". */
export function pathTo(...parts: (string | number)[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('')
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) for (const item of value) search.append(name, String(item))
    else search.append(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path
}

function bodyOf(body: unknown): { body?: BodyInit; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} }
  if (body instanceof FormData || body instanceof Blob) return { body, headers: {} }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function ask(method: string, path: string, asked: Asked): Promise<unknown> {
  const { body, headers } = bodyOf(asked.body)
  let response: Response
  try {
    response = await fetch(withQuery(path, asked.query), {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...headers, ...asked.headers },
      ...(body === undefined ? {} : { body }),
      ...(asked.signal ? { signal: asked.signal } : {}),
    })
  } catch (cause) {
    if (asked.signal?.aborted) throw cause
    throw Object.assign(new Problem({ status: 0, code: 'unreachable', title: '' }), { cause })
  }
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined
  return response.json()
}

async function send<T>(method: string, path: string, asked: Asked & { schema: Schema<T> }): Promise<T>
async function send(method: string, path: string, asked?: Asked): Promise<undefined>
async function send<T>(
  method: string,
  path: string,
  asked: Asked & { schema?: Schema<T> } = {},
): Promise<T | undefined> {
  const answer = await ask(method, path, asked)
  if (!asked.schema) return undefined
  try {
    return asked.schema.parse(answer)
  } catch (cause) {
    throw Object.assign(new Problem({ status: 200, code: 'unexpected_answer', title: '', detail: path }), { cause })
  }
}

interface Method {
  <T>(path: string, asked: Asked & { schema: Schema<T> }): Promise<T>
  (path: string, asked?: Asked): Promise<undefined>
}

const method =
  (name: string): Method =>
  <T>(path: string, asked?: Asked & { schema?: Schema<T> }) =>
    send(name, path, asked as Asked & { schema: Schema<T> }) as Promise<never>

/** The one way this app speaks to the server. Answers are checked by the caller's schema; refusals are thrown as Problems. */
export const api = {
  get: method('GET'),
  post: method('POST'),
  put: method('PUT'),
  patch: method('PATCH'),
  delete: method('DELETE'),
}
