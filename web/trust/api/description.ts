/** Reads what the server says about itself (OpenAPI 3.1), as far as a page to try it needs. */
type Json = { [key: string]: unknown }

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  description?: string
}

export interface Operation {
  id: string
  method: string
  path: string
  summary: string
  tag: string
  parameters: Parameter[]
  hasBody: boolean
  body: Json | null
}

export async function readDescription(signal: AbortSignal): Promise<Json> {
  const response = await fetch('/api/v1/openapi.json', { signal })
  return (await response.json()) as Json
}

export function operationsOf(description: Json): Operation[] {
  const paths = description['paths'] as Record<string, Record<string, Json>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, row]) => {
      const content = (row['requestBody'] as { content?: Record<string, { schema: Json }> } | undefined)?.content
      return {
        id: String(row['operationId']),
        method,
        path,
        summary: String(row['summary']),
        tag: String((row['tags'] as string[])[0]),
        parameters: (row['parameters'] as Parameter[] | undefined) ?? [],
        hasBody: content?.['application/json'] !== undefined,
        body: content?.['application/json']?.schema ?? null,
      }
    }),
  )
}

/** A body to start from: every required field with a value of its type. */
export function exampleOf(description: Json, operation: Operation): string {
  return operation.body ? JSON.stringify(sketch(description, operation.body, 0), null, 2) : ''
}

const MOST_DEPTH = 6

function sketch(description: Json, schema: Json, depth: number): unknown {
  if (depth > MOST_DEPTH) return null
  const ref = schema['$ref']
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1)!
    const schemas = (description['components'] as { schemas: Record<string, Json> }).schemas
    return sketch(description, schemas[name] ?? {}, depth + 1)
  }
  if (schema['default'] !== undefined) return schema['default']
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choices) return sketch(description, choices.at(-1)!, depth + 1)
  const values = schema['enum'] as unknown[] | undefined
  if (values) return values[0]
  if (schema['type'] === 'object') return sketchObject(description, schema, depth)
  if (schema['type'] === 'array') return [sketch(description, (schema['items'] ?? {}) as Json, depth + 1)]
  if (schema['type'] === 'integer' || schema['type'] === 'number') return schema['minimum'] ?? 0
  if (schema['type'] === 'boolean') return false
  return schema['format'] === 'email' ? 'ada@brandt.example' : ''
}

function sketchObject(description: Json, schema: Json, depth: number): Json {
  const required = new Set((schema['required'] as string[] | undefined) ?? [])
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  return Object.fromEntries(
    properties
      .filter(([name, own]) => required.has(name) || own['default'] !== undefined || name === 'text')
      .map(([name, own]) => [name, sketch(description, own, depth + 1)]),
  )
}
