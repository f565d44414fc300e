/** Somebody with a browser: keeps cookies, and asks from an address of their own (needs HEED_TRUST_PROXY=on). */
import type { Answer, World } from './world.ts'

export type Visitor = {
  address: string
  cookies: Map<string, string>
  ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown) => Promise<Answer>
}

export function visitor(world: World, address: string, cookies = new Map<string, string>()): Visitor {
  const ask: Visitor['ask'] = async (method, path, body, headers = {}) => {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await world.fetch(
      new Request(path.startsWith('http') ? path : `http://heed.example/api/v1${path}`, {
        method,
        redirect: 'manual',
        headers: {
          host: 'heed.example',
          'x-forwarded-for': address,
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          ...(jar ? { cookie: jar } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split(/=(.*)/s) as [string, string]
      if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const json = /\bjson\b/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : text }
  }
  return { address, cookies, ask, get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body) }
}

/** Reads until it holds, at most 20 seconds. */
export async function eventually<T>(read: () => T | Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await read()
    if (holds(value)) return value
    if (tries > 400) throw new Error(`it never came to that: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
