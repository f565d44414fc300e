/** RFC 9457 problem details: the one shape of every answer that is not a success. */
import { z } from 'zod'
import { REFUSAL_KINDS, Refusal, type RefusalTable } from './refusal.ts'

export const Problem = z
  .object({
    type: z.string().describe('identifies the kind of problem, ends in the code'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('what happened and what can be done, in words'),
    code: z.string(),
    errors: z.array(z.object({ field: z.string(), reason: z.string(), line: z.int().optional() })).optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof Problem>

export function toProblem(error: unknown, table: RefusalTable): Problem {
  if (!(error instanceof Refusal))
    return problem(
      'internal',
      500,
      'Something broke on our side',
      'Heed made a mistake and wrote it down. Nothing you did is lost; please try again.',
    )
  const kind = table[error.code]
  if (!kind)
    return problem(
      'internal',
      500,
      'Something broke on our side',
      'Heed made a mistake and wrote it down. Please try again.',
    )
  const { status, title } = REFUSAL_KINDS[kind]
  return {
    ...problem(error.code, status, title, error.message),
    ...(error.fields.length > 0 ? { errors: error.fields } : {}),
  }
}

function problem(code: string, status: number, title: string, detail: string): Problem {
  return { type: `/problems/${code}`, title, status, detail, code }
}

export function problemResponse(body: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}
