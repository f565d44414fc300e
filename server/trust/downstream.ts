/**
 * What trust must know of persons and cases, although it stands before them: `app.ts` hands it the functions of those
 * further down. Each runs in the caller's transaction and sees what that sees.
 */
import type { App, Tx } from '#platform'

/** One human being as others may reach them: every record merged together. */
export type Reach = {
  /** The record that stays. */
  id: string
  ids: string[]
  name: string
  language: string | null
  /** A place's name such as Europe/Berlin, if it is known where they are. */
  timezone: string | null
  emails: string[]
  phones: string[]
  /** Their address came with a sale: a condition of the soft opt-in. */
  bought: boolean
}

export type Downstream = {
  findReach: (tx: Tx, personId: string) => Promise<Reach | null>
  findPersonByEmail: (tx: Tx, workspaceId: string, email: string) => Promise<string | null>
  changeLanguage: (tx: Tx, personId: string, language: string) => Promise<void>
  /** Whether something these persons complained of still waits for an answer. */
  hasOpenComplaint: (tx: Tx, personIds: string[]) => Promise<boolean>
}

/** Kept beside the jobs, which the app of the few and the app of everyone share. */
const handed = new WeakMap<App['jobs'], Downstream>()

export const handDownstream = (app: App, downstream: Downstream): void => void handed.set(app.jobs, downstream)

export function downstreamOf(app: App): Downstream {
  const downstream = handed.get(app.jobs)
  if (!downstream) throw new Error('trust was not handed what it must ask of people and act')
  return downstream
}
