/** Somebody (or something) that asks over HTTP, with a cookie or without, inside one workspace or none. */
export type Answer = { status: number; body: any; headers: Headers; text: string }

export type Asking = {
  ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  put: (path: string, body?: unknown) => Promise<Answer>
  patch: (path: string, body?: unknown) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
}

/** `path` stands below `/api/v1`; with a leading `=` it stands for itself, and a whole address is taken as it is. */
export function asking(
  fetch: (request: Request) => Promise<Response>,
  origin: string,
  as: { cookie?: string; workspaceId?: string; headers?: Record<string, string> } = {},
): Asking {
  const ask: Asking['ask'] = async (method, path, body, headers = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
    const url = path.startsWith('http')
      ? path
      : path.startsWith('=')
        ? `${origin}${path.slice(1)}`
        : `${origin}/api/v1${path}`
    const response = await fetch(
      new Request(url, {
        method,
        headers: {
          ...(as.cookie ? { cookie: as.cookie } : {}),
          ...(as.workspaceId ? { 'heed-workspace': as.workspaceId } : {}),
          ...(body !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
          host: new URL(origin).host,
          ...as.headers,
          ...headers,
        },
        ...(body === undefined ? {} : { body: (raw ? body : JSON.stringify(body)) as BodyInit, duplex: 'half' }),
      } as RequestInit),
    )
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: /\bjson\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
    }
  }
  return {
    ask,
    get: (path) => ask('GET', path),
    post: (path, body, headers) => ask('POST', path, body, headers),
    put: (path, body) => ask('PUT', path, body),
    patch: (path, body) => ask('PATCH', path, body),
    delete: (path) => ask('DELETE', path),
  }
}

/** What an answer sets, as a browser would send it back. */
export const cookiesOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
