/**
 * What a capability keeps, declared so that export, erasure, retention and the isolation test know every table. A new
 * table without an entry fails a test, and so does a new column that could hold words about a person and is not named.
 *
 * Whose a row is, is said by `person` (the column that holds the person's id) or by `through` (the row belongs to whoever
 * its parent belongs to: a reading to the voice it reads). Several ways mean any of them.
 */
import type { App } from './app.ts'
import type { Tx } from './database.ts'

/** Whose traces are looked for. */
export type Subject = {
  workspaceId: string
  /** The person's record and every duplicate merged with it. */
  personIds: string[]
  /** Addresses, numbers, ids and whole names by which text that belongs to nobody in particular may name the person. */
  marks: string[]
  /** Order totals stay for the books, without the person. */
  keepOrders: boolean
}

/** One human being, with every record of them. */
export type WholePerson = {
  /** The record that stays. */
  id: string
  ids: string[]
  name: string
  language: string | null
  emails: string[]
  /** As they are compared: `kind value`. */
  identities: string[]
  marks: string[]
}

/** How a person is found, by whoever stands before people in the stream. */
export type Persons = {
  whole: (tx: Tx, id: string) => Promise<WholePerson | null>
  names: (tx: Tx, ids: string[]) => Promise<Map<string, string>>
  /** Every record of the workspace, with when it was first written down and what identifies it. */
  each: (tx: Tx) => Promise<{ id: string; identities: string[] }[]>
  /** To each of these records: the one that stays, and every record of the same human being. */
  together: (tx: Tx, ids: string[]) => Promise<Map<string, { id: string; ids: string[] }>>
  /** Whose data there is, in words, with how many of each. */
  kinds: (tx: Tx) => Promise<{ called: string; count: number }[]>
}

export type Parent = { column: string; parent: string }

/** How the age of rows is told, for rules of how long they are kept. SQL here is written over the table as `t`. */
export type Retained = {
  /** Unique among all: `voices`, `cases` … */
  kind: string
  what: string
  /** Column of the moment that counts. */
  age: string
  /** Which rows can be old at all: a case that is still open never is. */
  where?: string
  /** What an example of it says. */
  says: string
  /** Rows are persons: gone when nothing of theirs is younger, the way of an erasure. */
  idle?: boolean
}

export type Holding = {
  table: string
  what: string
  person?: string
  through?: Parent[]
  /** Columns that carry words, names or addresses: what erasure must empty and logs must never show. */
  personal: string[]
  /** What columns are called when a person reads their own data; columns without a word here are left out of the page they read. */
  words?: Readonly<Record<string, string>>
  /** Never part of an export: secrets, and what says more about others than about the person. */
  unexported?: readonly string[]
  /** It names those who work with Heed. */
  team?: true
  /** Why nothing in this table can be about a person who is heard here. Every table has this, a way to a person, or `forget`. */
  nobody?: string
  /**
   * Text that stays when the person is gone, each with the reason. Only for rows that are kept without the person, and
   * for tables in which nobody is named.
   */
  stays?: Readonly<Record<string, string>>
  /** Instead of deleting the person's rows: what is written over them. Values are SQL expressions. Asked only if `when` says so. */
  strip?: { when: (subject: Subject) => boolean; set: Readonly<Record<string, string>> }
  /**
   * What else an erasure must do for this table: rows and files that name the person without belonging to them. Returns
   * how many things it took. May run twice.
   */
  forget?: (app: App, tx: Tx, subject: Subject) => Promise<number>
  retained?: Retained
  /** Column of the moment in which a person was in contact. */
  contact?: string
  /** Called in the transaction in which rows of another table go, for erasure and for retention. */
  beforeRowsGo?: { of: string; run: (app: App, tx: Tx, workspaceId: string, ids: string[]) => Promise<void> }
}

/** What a capability does with people's data and why, for the record of processing activities (GDPR 30). */
export type Processing = {
  /** The capability, with which the names of its tables and automations begin. */
  capability: string
  name: string
  why: string
}
