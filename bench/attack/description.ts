/** What can be asked, read from the description Heed publishes while it runs, and from the program for what it does not. */
import { API, describeApi, routePath, type Route } from '#platform'
import type { Who } from '#trust'
import type { Schema } from './schema-values.ts'
import type { Target } from './target.ts'

export type Operation = {
  /** As the routes write it: `POST /persons/{id}/merge`, or `GET =/s/{id}`. */
  name: string
  method: string
  /** With `{name}` for parameters, and all that stands before. */
  path: string
  route: Route<Who>
  params: Record<string, Schema>
  query: Record<string, Schema>
  body: Schema | null
  kind: 'json' | 'form' | 'stream' | null
}

export type Description = { operations: Operation[]; components: Record<string, Schema>; published: number }

/** Where pages stand that have no `/api/v1` in front: the description knows only what does. */
const ROOT = '/root'

export async function readDescription({ stranger, routes }: Pick<Target, 'stranger' | 'routes'>): Promise<Description> {
  const published = (await stranger.get('/openapi.json')).body
  const hidden: any = describeApi(
    routes
      .filter((row) => row.hidden || row.path.startsWith('='))
      .map((row) => ({ ...row, hidden: false, path: row.path.replace(/^=/, ROOT) })),
    '0',
  )
  const described = { ...hidden.paths }
  for (const [path, methods] of Object.entries(published.paths))
    described[path] = { ...described[path], ...(methods as object) }
  const operations = routes.map((route): Operation => {
    const place = API + route.path.replace(/^=/, ROOT)
    const said = described[place]?.[route.method]
    if (!said) throw new Error(`${route.method} ${route.path} is neither published nor hidden`)
    const named = (where: string) =>
      Object.fromEntries(
        ((said.parameters ?? []) as { in: string; name: string; schema: Schema }[])
          .filter((one) => one.in === where)
          .map((one) => [one.name, one.schema]),
      )
    const [content] = Object.values((said.requestBody?.content ?? {}) as Record<string, { schema: Schema }>)
    return {
      name: `${route.method.toUpperCase()} ${route.path}`,
      method: route.method.toUpperCase(),
      path: routePath(route).replaceAll(/:(\w+)/g, '{$1}'),
      route,
      params: named('path'),
      query: named('query'),
      body: content?.schema ?? null,
      kind: route.bodyKind ?? (content ? 'json' : null),
    }
  })
  return {
    operations,
    components: { ...hidden.components?.schemas, ...published.components.schemas },
    published: Object.values(published.paths as Record<string, object>).flatMap((methods) => Object.keys(methods))
      .length,
  }
}

/** The request as somebody would type it to see the same. Secrets of a scratch folder are no secrets. */
export function asCommand(
  url: string,
  asked: { method: string; path: string; headers: Record<string, string>; body?: string | Uint8Array },
): string {
  const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
  const body =
    asked.body === undefined
      ? ''
      : typeof asked.body === 'string'
        ? asked.body
        : `(${asked.body.byteLength} bytes) ${Buffer.from(asked.body).toString('latin1')}`
  return [
    `curl -X ${asked.method} ${quoted(url + asked.path)}`,
    ...Object.entries(asked.headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body
      ? [`--data-binary ${quoted(body.length > 900 ? `${body.slice(0, 900)}… (${body.length} characters)` : body)}`]
      : []),
  ].join(' ')
}
