/** SQL of fairness: how many voices of each group came to Today by a rule, and how many of those stood among the heaviest. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform'

export type GroupCount = { value: string; n: number; onToday: number; onTop: number }

const GROUPS_COUNTED = 200

function groupOf(by: string): RawBuilder<unknown> {
  if (by === 'language') return sql`r.language`
  if (by === 'channel') return sql`v.channel`
  return sql`coalesce(main.attributes, p.attributes)->>${by.slice('attribute:'.length)}`
}

/**
 * Of voices said since a moment. A voice somebody put on Today by hand was not put there by a machine; one that was taken
 * off again was. The heaviest fifth is that of all cases in this span, whatever became of them.
 */
export async function countGroups(tx: Tx, by: string, from: Date): Promise<GroupCount[]> {
  const { rows } = await sql<GroupCount>`
    with opened as (
      select voice_id, weight from act.case where workspace_id = platform.workspace() and said_at >= ${from} and reason->>'rule' <> 'person'
      union all select o.voice_id, o.weight from act.override o join listen.voice v on v.workspace_id = o.workspace_id and v.id = o.voice_id
        where o.workspace_id = platform.workspace() and v.said_at >= ${from} and o.rule <> 'person'),
    bar as (select percentile_cont(0.8) within group (order by weight) as weight from opened),
    said as (
      select ${groupOf(by)} as value, c.voice_id is not null as today, coalesce(c.weight >= bar.weight, false) as top
      from listen.voice v
      left join understand.reading r on r.workspace_id = v.workspace_id and r.voice_id = v.id
      left join people.person p on p.workspace_id = v.workspace_id and p.id = v.person_id
      left join people.person main on main.workspace_id = v.workspace_id and main.id = p.merged_into
      left join opened c on c.voice_id = v.id cross join bar
      where v.workspace_id = platform.workspace() and v.said_at >= ${from} and r.held_back is distinct from 'employee')
    select left(value, 80) as value, count(*) as n, count(*) filter (where today) as "onToday", count(*) filter (where top) as "onTop"
    from said where value is not null and value <> '' group by left(value, 80) order by count(*) desc, 1 limit ${GROUPS_COUNTED}`.execute(
    tx,
  )
  return rows
}

/** Attributes with a handful of values, of the newest persons: those that make groups and not one group each. */
export async function listAttributes(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.key as name from (select attributes from people.person where workspace_id = platform.workspace() order by created_at desc, id desc limit 5000) p,
      jsonb_each_text(p.attributes) a
    where length(a.value) between 1 and 80 group by a.key having count(distinct a.value) between 2 and 12 and count(*) >= 20 order by count(*) desc, a.key limit 12`.execute(
    tx,
  )
  return rows.map((row) => row.name)
}
