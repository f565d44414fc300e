/** Writes a typed client from the API's own description: one function per operation, one type per schema, no dependency. */
type Json = { [key: string]: unknown }

const HEAD = `/**
 * A typed client for Heed, made by \`npm run describe\` from docs/api/openapi.json: do not edit.
 *
 *     const heed = createClient({ url: 'http://localhost:7330', key: 'heed_…' })
 *     await heed.postVoices({ body: { text: 'The rye loaf was still warm.' } })
 */
/* eslint-disable */

export type Problem = { type: string; title: string; status: number; detail: string; code: string; errors?: { field: string; reason: string; line?: number }[] }

/** Thrown for every refusal, with the server's own words. */
export class HeedProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'HeedProblem'
    this.problem = problem
  }
}

export type ClientOptions = { url: string; key: string; fetch?: typeof fetch }
type Asked = { query?: Record<string, unknown>; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }
`

const TAIL = `
async function ask(options: ClientOptions, method: string, path: string, asked: Asked): Promise<any> {
  const url = new URL(path, options.url)
  for (const [name, value] of Object.entries(asked.query ?? {})) for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) url.searchParams.append(name, String(one))
  const response = await (options.fetch ?? fetch)(url, {
    method,
    headers: { authorization: \`Bearer \${options.key}\`, ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }), ...asked.headers },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    ...(asked.signal ? { signal: asked.signal } : {}),
  })
  if (!response.ok) throw new HeedProblem((await response.json()) as Problem)
  return response.status === 204 ? undefined : /json/.test(response.headers.get('content-type') ?? '') ? response.json() : response.text()
}
`

export function writeClient(api: Json): string {
  const schemas = (api['components'] as { schemas: Record<string, Json> }).schemas
  const types = Object.entries(schemas)
    .filter(([name]) => name !== 'Problem')
    .map(([name, schema]) => `export type ${name} = ${typeOf(schema)}`)
  const operations = Object.entries(api['paths'] as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, row]) => operation(path, method, row)),
  )
  return `${HEAD}\n${types.join('\n\n')}\n${TAIL}\nexport function createClient(options: ClientOptions) {\n  return {\n${operations.join('\n')}\n  }\n}\n`
}

function operation(path: string, method: string, row: Json): string {
  const parameters = (row['parameters'] as (Json & { schema: Json })[] | undefined) ?? []
  const inPath = parameters.filter((one) => one['in'] === 'path').map((one) => String(one['name']))
  const inQuery = parameters.filter((one) => one['in'] === 'query')
  const content = (row['requestBody'] as { content?: Record<string, { schema: Json }> } | undefined)?.content
  const body = content?.['application/json']?.schema
  const query =
    inQuery.length > 0
      ? [`query?: { ${inQuery.map((one) => `${key(String(one['name']))}?: ${typeOf(one.schema)}`).join('; ')} }`]
      : []
  const parts = [
    ...inPath.map((name) => `${name}: string`),
    ...query,
    ...(body ? [`body: ${typeOf(body)}`] : []),
    'headers?: Record<string, string>',
    'signal?: AbortSignal',
  ]
  const url = `\`${path.replaceAll(/\{(\w+)\}/g, '${encodeURIComponent(asked.$1)}')}\``
  const needed = inPath.length > 0 || body !== undefined
  return `    /** ${String(row['summary'])}. */\n    ${String(row['operationId'])}: (asked: { ${parts.join('; ')} }${needed ? '' : ' = {}'}): Promise<${answerOf(row)}> => ask(options, '${method.toUpperCase()}', ${url}, asked),`
}

function answerOf(row: Json): string {
  const responses = row['responses'] as Record<string, { content?: Record<string, { schema: Json }> }>
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'))
  const schema = good?.[1].content?.['application/json']?.schema
  return schema ? typeOf(schema) : good?.[0] === '204' ? 'void' : 'any'
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

function typeOf(schema: Json): string {
  const ref = schema['$ref']
  if (typeof ref === 'string') return ref.split('/').at(-1)!
  if ('const' in schema) return JSON.stringify(schema['const'])
  const values = schema['enum'] as unknown[] | undefined
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ')
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choices) return `(${[...new Set(choices.map(typeOf))].join(' | ')})`
  const all = schema['allOf'] as Json[] | undefined
  if (all) return all.map(typeOf).join(' & ')
  switch (schema['type']) {
    case 'string':
      return 'string'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return `${wrap(typeOf((schema['items'] ?? {}) as Json))}[]`
    case 'object':
      return objectType(schema)
    default:
      return 'unknown'
  }
}

const wrap = (type: string): string => (/[|&]/.test(type) && !type.startsWith('(') ? `(${type})` : type)

function objectType(schema: Json): string {
  const required = new Set((schema['required'] as string[] | undefined) ?? [])
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  if (properties.length === 0) {
    const values = schema['additionalProperties']
    return typeof values === 'object' && values !== null
      ? `Record<string, ${typeOf(values as Json)}>`
      : 'Record<string, unknown>'
  }
  return `{ ${properties.map(([name, own]) => `${key(name)}${required.has(name) ? '' : '?'}: ${typeOf(own)}`).join('; ')} }`
}
