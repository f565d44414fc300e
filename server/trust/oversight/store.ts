/** SQL of oversight: switches, and notes on fairness. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { FairnessNote, State } from './contract.ts'

export type TurnRow = { automation: string; state: State; why: string; byName: string; at: Date }

const TURN = sql`automation, state, why, by_name as "byName", at`

export async function findTurn(tx: Tx, automation: string): Promise<TurnRow | undefined> {
  const { rows } =
    await sql<TurnRow>`select ${TURN} from trust.switch where workspace_id = platform.workspace() and automation = ${automation} order by id desc limit 1`.execute(
      tx,
    )
  return rows[0]
}

/** The latest turns of every automation, newest first. */
export async function listTurns(tx: Tx, each: number): Promise<TurnRow[]> {
  const { rows } = await sql<TurnRow>`
    select ${TURN} from (select *, row_number() over (partition by automation order by id desc) as nth from trust.switch where workspace_id = platform.workspace()) s
    where nth <= ${each} order by id desc`.execute(tx)
  return rows
}

export async function addTurn(
  tx: Tx,
  workspaceId: string,
  row: TurnRow & { id: string; byId: string | null },
): Promise<void> {
  await sql`insert into trust.switch (workspace_id, automation, id, state, why, by_id, by_name, at)
    values (${workspaceId}, ${row.automation}, ${row.id}, ${row.state}, ${row.why}, ${row.byId}, ${row.byName}, ${row.at})`.execute(
    tx,
  )
}

/** One turn of a switch at a time, or two at once would each think to have been the first. */
export async function holdSwitch(tx: Tx, automation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('trust.switch ' || platform.workspace() || ${automation}, 0))`.execute(
    tx,
  )
}

type NoteRow = Omit<FairnessNote, 'at'> & { at: Date }

export async function addFairnessNote(
  tx: Tx,
  workspaceId: string,
  row: NoteRow & { byId: string | null },
): Promise<void> {
  await sql`insert into trust.fairness_note (workspace_id, id, about, text, by_id, by_name, at)
    values (${workspaceId}, ${row.id}, ${row.about}, ${row.text}, ${row.byId}, ${row.byName}, ${row.at})`.execute(tx)
}

export async function listFairnessNotes(tx: Tx, limit: number): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select id, about, text, by_name as "byName", at from trust.fairness_note where workspace_id = platform.workspace() order by at desc, id desc limit ${limit}`.execute(
    tx,
  )
  return rows
}

export async function removeFairnessNote(tx: Tx, id: string): Promise<boolean> {
  const result =
    await sql`delete from trust.fairness_note where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}
