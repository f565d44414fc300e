/** OpenAPI 3.1, made from the same rows that answer. Zod writes the JSON Schemas itself; this adds the paths around them. */
import { z } from 'zod'
import { API } from './http.ts'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

export function describeApi<Who>(routes: Route<Who>[], version: string): Json {
  const registry = new Components()
  const paths: Record<string, Json> = {}
  for (const row of routes) {
    if (row.hidden || row.path.startsWith('=')) continue
    const path = API + row.path
    paths[path] = { ...paths[path], [row.method]: operation(row, registry) }
  }
  const problem = registry.schema(Problem, 'output')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Heed',
      version,
      description:
        'Everything the web page can do. Sign in with an API key (`Authorization: Bearer heed_…`). Lists come in pages: pass `meta.nextCursor` back as `cursor`. Every refusal is `application/problem+json` with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas: registry.all,
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'Refused, with the reason',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
    },
  }
}

function operation<Who>(row: Route<Who>, registry: Components): Json {
  const parameters = [...parameterList(row.params, 'path', registry), ...parameterList(row.query, 'query', registry)]
  const status = String(row.status ?? (row.answer ? 200 : 204))
  const type = row.bodyKind === 'stream' ? 'application/octet-stream' : 'application/json'
  const body = row.body
    ? registry.schema(row.body, 'input')
    : row.bodyKind === 'stream'
      ? { type: 'string', format: 'binary' }
      : null
  return {
    operationId: `${row.method}${row.path.replaceAll(/[^a-zA-Z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: row.summary,
    tags: [row.tag],
    ...(row.permit === 'public' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { [type]: { schema: body } } } } : {}),
    responses: {
      [status]: {
        description: 'Done',
        ...(row.answer ? { content: { 'application/json': { schema: registry.schema(row.answer, 'output') } } } : {}),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

function parameterList(schema: z.ZodType | undefined, place: 'path' | 'query', registry: Components): Json[] {
  if (!schema) return []
  const json = registry.schema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    ...(typeof property.description === 'string' ? { description: property.description } : {}),
    schema: property,
  }))
}

/** Schemas that carry an id (`.meta({ id })`) become components, said once and referred to. */
class Components {
  readonly all: Record<string, Json> = {}

  schema(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _,
      $defs,
      ...json
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json & {
      $defs?: Record<string, Json>
    }
    for (const [name, definition] of Object.entries($defs ?? {})) this.all[name] = relink(definition) as Json
    const id = schema.meta()?.id
    const linked = relink(json) as Json
    // Zod has put it among the definitions already when it refers to itself by name.
    if (typeof id !== 'string' || typeof linked['$ref'] === 'string') return linked
    this.all[id] = linked
    return { $ref: `#/components/schemas/${id}` }
  }
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id' || typeof (value as Json).id !== 'string')
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace('#/$defs/', '#/components/schemas/')
          : relink(inner),
      ]),
  )
}
