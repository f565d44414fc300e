/** SQL of the checks of the reader. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { SwapCheck } from '../contract.ts'

export type SwapCheckRow = Omit<SwapCheck, 'groups' | 'askedAt' | 'finishedAt'> & {
  result: SwapCheck['groups'] | null
  askedAt: Date
  finishedAt: Date | null
}

const CHECK = sql`id, status, done, total, version, result, by_name as "byName", asked_at as "askedAt", finished_at as "finishedAt"`
const MINE = sql`workspace_id = platform.workspace()`

export async function addSwapCheck(
  tx: Tx,
  workspaceId: string,
  row: Pick<SwapCheckRow, 'id' | 'total' | 'byName' | 'askedAt'>,
): Promise<void> {
  await sql`insert into understand.swap_check (workspace_id, id, total, by_name, asked_at)
    values (${workspaceId}, ${row.id}, ${row.total}, ${row.byName}, ${row.askedAt})`.execute(tx)
}

export async function findSwapCheck(tx: Tx, id: string): Promise<SwapCheckRow | undefined> {
  const { rows } =
    await sql<SwapCheckRow>`select ${CHECK} from understand.swap_check where ${MINE} and id = ${id}`.execute(tx)
  return rows[0]
}

export async function listSwapChecks(tx: Tx, limit: number): Promise<SwapCheckRow[]> {
  const { rows } =
    await sql<SwapCheckRow>`select ${CHECK} from understand.swap_check where ${MINE} order by id desc limit ${limit}`.execute(
      tx,
    )
  return rows
}

export async function moveSwapCheck(tx: Tx, id: string, done: number): Promise<void> {
  await sql`update understand.swap_check set status = 'running', done = ${done} where ${MINE} and id = ${id}`.execute(
    tx,
  )
}

export async function finishSwapCheck(
  tx: Tx,
  id: string,
  row: { version: string; result: SwapCheck['groups']; at: Date },
): Promise<void> {
  await sql`update understand.swap_check set status = 'done', done = total, version = ${row.version}, result = ${JSON.stringify(row.result)}::jsonb, finished_at = ${row.at}
    where ${MINE} and id = ${id}`.execute(tx)
}

export async function failSwapCheck(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update understand.swap_check set status = 'failed', finished_at = ${at} where ${MINE} and id = ${id}`.execute(
    tx,
  )
}
