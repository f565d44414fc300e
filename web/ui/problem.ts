/**
 * What the server says when it will not do what was asked (RFC 9457, problem+json), and what this app says when the
 * server could not be reached at all.
 */
export interface FieldError {
  field: string
  reason: string
  /** Of a file that was read, counted from 1. */
  line?: number
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldError[]

  constructor(of: { status: number; code: string; title: string; detail?: string; errors?: readonly FieldError[] }) {
    super(of.detail ? `${of.title}: ${of.detail}` : of.title)
    this.name = 'Problem'
    this.status = of.status
    this.code = of.code
    this.title = of.title
    this.detail = of.detail ?? ''
    this.errors = of.errors ?? []
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function errorsOf(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((error): error is Record<string, unknown> => typeof error === 'object' && error !== null)
    .map(({ field, reason, line }) => ({
      field: text(field),
      reason: text(reason),
      ...(typeof line === 'number' ? { line } : {}),
    }))
}

/** Reads a refusal, whatever a proxy on the way may have made of it. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? ''
  const read: unknown = type.includes('json') ? await response.json().catch(() => null) : null
  const body = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  return new Problem({
    status: response.status,
    code: text(body['code']) || `http_${response.status}`,
    title: text(body['title']),
    detail: text(body['detail']),
    errors: errorsOf(body['errors']),
  })
}

/** The messages of a refusal by field, for a form: `errors['email']`. */
export function fieldErrors(error: unknown): Partial<Record<string, string>> {
  if (!(error instanceof Problem)) return {}
  return Object.fromEntries(error.errors.map(({ field, reason }) => [field, reason]))
}
