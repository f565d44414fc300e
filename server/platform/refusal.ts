/**
 * An expected no. Verbs throw `new Refusal('survey_closed', 'This survey closed on 2026-03-01.')`; the code is declared
 * once in the capability's contract together with its kind, and the kind decides the HTTP status and the exit code.
 * Everything that is not a Refusal is a bug: logged with its cause, answered 500 without detail.
 */
export class Refusal extends Error {
  readonly code: string
  readonly fields: RefusedField[]
  /** After how many seconds it is worth trying again, where that is known: `Retry-After` on the wire. */
  readonly retryAfter: number | null

  constructor(code: string, detail: string, fields: RefusedField[] = [], retryAfter: number | null = null) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
    this.fields = fields
    this.retryAfter = retryAfter
  }
}

/** One reason of a refusal: which field, which line of a file if any, and why, in words. */
export type RefusedField = { field: string; reason: string; line?: number }

/** Kinds of no, with what they become on the wire (status) and in a terminal (exit code, after sysexits.h). */
export const REFUSAL_KINDS = {
  invalid: { status: 400, exit: 65, title: 'That does not look right' },
  unauthenticated: { status: 401, exit: 77, title: 'Please sign in' },
  forbidden: { status: 403, exit: 77, title: 'This is not yours to do' },
  not_found: { status: 404, exit: 66, title: 'Nothing is here' },
  timed_out: { status: 408, exit: 75, title: 'That took too long to arrive' },
  conflict: { status: 409, exit: 65, title: 'This does not fit what is already there' },
  gone: { status: 410, exit: 66, title: 'This is over' },
  too_large: { status: 413, exit: 65, title: 'That is too large' },
  unsupported: { status: 415, exit: 65, title: 'Heed cannot read this kind of content' },
  too_many: { status: 429, exit: 75, title: 'That was a lot at once' },
  unavailable: { status: 503, exit: 69, title: 'Not just now' },
} as const

export type RefusalKind = keyof typeof REFUSAL_KINDS

/** What each capability's contract exports as `refusals`; `app.ts` joins them into one table. */
export type RefusalTable = Readonly<Record<string, RefusalKind>>

export const platformRefusals = {
  invalid_input: 'invalid',
  invalid_json: 'invalid',
  wrong_content_type: 'unsupported',
  body_too_large: 'too_large',
  no_such_page: 'not_found',
  foreign_origin: 'forbidden',
  too_many_requests: 'too_many',
  too_slow: 'timed_out',
  outgoing_refused: 'invalid',
  outgoing_failed: 'unavailable',
  invalid_cursor: 'invalid',
  data_folder_in_use: 'conflict',
  data_folder_unusable: 'unavailable',
  database_unreachable: 'unavailable',
  database_too_old: 'unavailable',
  database_newer: 'conflict',
  disk_full: 'unavailable',
  invalid_configuration: 'invalid',
  port_in_use: 'conflict',
  mail_not_set_up: 'unavailable',
  unknown_command: 'invalid',
} as const satisfies RefusalTable
