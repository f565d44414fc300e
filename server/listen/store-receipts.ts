/** SQL of receipts that must go early. */
import { sql } from 'kysely'
import type { Tx } from '#platform'

/** Receipts that name a voice of these persons. */
export async function forgetReceiptsOf(tx: Tx, personIds: string[]): Promise<number> {
  const result = await sql`delete from listen.receipt where workspace_id = platform.workspace()
    and exists (select from jsonb_path_query(answer, 'lax $.data[*].id') as named join listen.voice v
      on v.workspace_id = platform.workspace() and v.id::text = named #>> '{}' where v.person_id = any(${personIds}::uuid[]))`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}
