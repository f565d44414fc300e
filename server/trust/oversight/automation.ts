/**
 * An automation: one thing a machine does by itself. Each capability declares its own in its door, `app.ts` gathers them
 * into the register, and the place that runs one asks `stateOf` before it does.
 */
import type { z } from 'zod'
import type { App, Tx } from '#platform'
import type { AutomationDeclared, State } from './contract.ts'

export type Letter = { to: string; subject: string; text: string }

export type Automation = z.infer<typeof AutomationDeclared> & {
  /** Names of the jobs and subscriptions that run it; a test finds those that nobody declared. */
  runs: readonly string[]
  /** Only an owner may let it go this far by itself. */
  ownerFor?: State
  /** For messages that may wait for a person: what would leave, made anew; null where there is nothing to say any more. */
  letter?: (app: App, tx: Tx, workspaceId: string, subject: string) => Promise<Letter | null>
}
