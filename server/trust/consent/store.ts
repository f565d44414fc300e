/** SQL of purposes, wordings, the record of consent, preferences and kept answers. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type {
  ConsentAct,
  ConsentState,
  ConsentWay,
  ContactChannel,
  ContactReason,
  ContactRules,
  Frequency,
  WordingLanguage,
} from './contract.ts'
import type { PurposeRow } from './purpose.ts'

const PURPOSE = sql`key, basis, note, marketing, asks, quiet, double_opt_in as "doubleOptIn", soft_opt_in as "softOptIn", channels, place, retired_at as "retiredAt"`

export async function listPurposes(tx: Tx): Promise<PurposeRow[]> {
  const { rows } =
    await sql<PurposeRow>`select ${PURPOSE} from trust.purpose where workspace_id = platform.workspace() order by place, key`.execute(
      tx,
    )
  return rows
}

export async function findPurpose(tx: Tx, key: string): Promise<PurposeRow | null> {
  const { rows } =
    await sql<PurposeRow>`select ${PURPOSE} from trust.purpose where workspace_id = platform.workspace() and key = ${key}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function addPurposes(tx: Tx, workspaceId: string, rows: readonly PurposeRow[]): Promise<number> {
  let added = 0
  for (const row of rows) {
    const { numAffectedRows } =
      await sql`insert into trust.purpose (workspace_id, key, basis, note, marketing, asks, quiet, double_opt_in, soft_opt_in, channels, place, retired_at)
      values (${workspaceId}, ${row.key}, ${row.basis}, ${row.note}, ${row.marketing}, ${row.asks}, ${row.quiet}, ${row.doubleOptIn}, ${row.softOptIn}, ${row.channels}::text[], ${row.place}, ${row.retiredAt})
      on conflict do nothing`.execute(tx)
    added += Number(numAffectedRows ?? 0)
  }
  return added
}

export async function putPurpose(tx: Tx, row: PurposeRow): Promise<void> {
  await sql`update trust.purpose set basis = ${row.basis}, note = ${row.note}, marketing = ${row.marketing}, asks = ${row.asks}, quiet = ${row.quiet}, double_opt_in = ${row.doubleOptIn},
    soft_opt_in = ${row.softOptIn}, channels = ${row.channels}::text[], retired_at = ${row.retiredAt} where workspace_id = platform.workspace() and key = ${row.key}`.execute(
    tx,
  )
}

export type WordingRow = {
  purpose: string
  language: WordingLanguage
  version: number
  title: string
  text: string
  writtenAt: Date
  writtenByName: string
}

const WORDING = sql`purpose, language, version, title, text, written_at as "writtenAt", written_by_name as "writtenByName"`

/** The newest of each purpose and language. */
export async function listWordings(tx: Tx): Promise<WordingRow[]> {
  const { rows } =
    await sql<WordingRow>`select distinct on (purpose, language) ${WORDING} from trust.wording where workspace_id = platform.workspace() order by purpose, language, version desc`.execute(
      tx,
    )
  return rows
}

export async function listVersions(tx: Tx, purpose: string): Promise<WordingRow[]> {
  const { rows } =
    await sql<WordingRow>`select ${WORDING} from trust.wording where workspace_id = platform.workspace() and purpose = ${purpose} order by written_at desc, language, version desc limit 500`.execute(
      tx,
    )
  return rows
}

export async function findWording(
  tx: Tx,
  purpose: string,
  language: string,
  version: number,
): Promise<WordingRow | null> {
  const { rows } =
    await sql<WordingRow>`select ${WORDING} from trust.wording where workspace_id = platform.workspace() and purpose = ${purpose} and language = ${language} and version = ${version}`.execute(
      tx,
    )
  return rows[0] ?? null
}

/** The next version; two people writing at once get two versions, one after the other. */
export async function addWording(
  tx: Tx,
  workspaceId: string,
  row: Omit<WordingRow, 'version'> & { writtenBy: string | null },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('trust.wording ' || ${workspaceId} || ${row.purpose} || ${row.language}, 0))`.execute(
    tx,
  )
  const { rows } = await sql<{ version: number }>`
    insert into trust.wording (workspace_id, purpose, language, version, title, text, written_at, written_by, written_by_name)
    select ${workspaceId}::uuid, ${row.purpose}, ${row.language}, coalesce(max(w.version), 0) + 1, ${row.title}, ${row.text}, ${row.writtenAt}::timestamptz, ${row.writtenBy}::uuid, ${row.writtenByName}
    from trust.wording w where w.workspace_id = ${workspaceId} and w.purpose = ${row.purpose} and w.language = ${row.language} returning version`.execute(
    tx,
  )
  return rows[0]!.version
}

export type ConsentRow = {
  id: string
  personId: string
  purpose: string
  channel: ContactChannel
  act: ConsentAct
  way: ConsentWay
  shown: string
  language: string | null
  version: number | null
  proved: boolean
  at: Date
  byId: string | null
  byName: string
  address: string | null
  source: string | null
  note: string
}

const CONSENT = sql`id, person_id as "personId", purpose, channel, act, way, shown, language, version, proved, at, by_id as "byId", by_name as "byName", address, source, note`

/** All in one statement: a list of members is thousands of them. */
export async function addConsents(tx: Tx, workspaceId: string, rows: ConsentRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into trust.consent (workspace_id, id, person_id, purpose, channel, act, way, shown, language, version, proved, at, by_id, by_name, address, source, note)
    select ${workspaceId}::uuid, r.id, r."personId", r.purpose, r.channel, r.act, r.way, r.shown, r.language, r.version, r.proved, r.at, r."byId", r."byName", r.address, r.source, r.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "personId" uuid, purpose text, channel text, act text, way text, shown text, language text, version int,
      proved boolean, at timestamptz, "byId" uuid, "byName" text, address text, source text, note text)`.execute(tx)
}

export async function hasConsentFrom(tx: Tx, source: string, purpose: string, channel: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from trust.consent where workspace_id = platform.workspace() and source = ${source} and purpose = ${purpose} and channel = ${channel} limit 1`.execute(
      tx,
    )
  return rows.length > 0
}

export async function listConsents(tx: Tx, personIds: string[], limit: number): Promise<ConsentRow[]> {
  const { rows } =
    await sql<ConsentRow>`select ${CONSENT} from trust.consent where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) order by at desc, id desc limit ${limit}`.execute(
      tx,
    )
  return rows
}

export type Standing = {
  purpose: string
  channel: ContactChannel
  act: ConsentAct
  way: ConsentWay
  proved: boolean
  at: Date
}

/** The last act for each purpose and channel, over every record of one human being. */
export async function listStandings(tx: Tx, personIds: string[]): Promise<Standing[]> {
  const { rows } =
    await sql<Standing>`select distinct on (purpose, channel) purpose, channel, act, way, proved, at from trust.consent
    where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) order by purpose, channel, at desc, id desc`.execute(
      tx,
    )
  return rows
}

/** The same for each record by itself. */
export async function listStandingsOf(tx: Tx, personIds: string[]): Promise<(Standing & { personId: string })[]> {
  const { rows } = await sql<
    Standing & { personId: string }
  >`select distinct on (person_id, purpose, channel) person_id as "personId", purpose, channel, act, way, proved, at from trust.consent
    where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) order by person_id, purpose, channel, at desc, id desc`.execute(
    tx,
  )
  return rows
}

/** How many persons stand how, for each purpose: agreed in one way counts before taken back in another. */
export async function countStandings(tx: Tx): Promise<{ purpose: string; state: ConsentState; count: number }[]> {
  const { rows } = await sql<{ purpose: string; state: ConsentState; count: number }>`
    with last as (
      select distinct on (c.purpose, c.channel, c.person_id) c.purpose, c.person_id,
        case when c.act = 'withdrawn' then 'withdrawn' when c.act = 'given' and not c.proved and p.double_opt_in and c.channel = 'email' then 'unconfirmed' else 'agreed' end as state
      from trust.consent c join trust.purpose p on p.workspace_id = c.workspace_id and p.key = c.purpose
      where c.workspace_id = platform.workspace() order by c.purpose, c.channel, c.person_id, c.at desc, c.id desc),
    person as (
      select purpose, person_id, case when bool_or(state = 'agreed') then 'agreed' when bool_or(state = 'unconfirmed') then 'unconfirmed' else 'withdrawn' end as state
      from last group by purpose, person_id)
    select purpose, state, count(*) as count from person group by purpose, state`.execute(tx)
  return rows
}

export type PreferenceRow = { language: string | null; frequency: Frequency; pausedUntil: Date | null }

/** Over every record of one human being: what they chose last counts. */
export async function findPreference(tx: Tx, personIds: string[]): Promise<PreferenceRow> {
  const { rows } =
    await sql<PreferenceRow>`select language, frequency, paused_until as "pausedUntil" from trust.preference
    where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) and changed_at is not null order by changed_at desc limit 1`.execute(
      tx,
    )
  return rows[0] ?? { language: null, frequency: 'any', pausedUntil: null }
}

export async function putPreference(
  tx: Tx,
  workspaceId: string,
  personId: string,
  row: PreferenceRow & { changedAt: Date },
): Promise<void> {
  await sql`insert into trust.preference (workspace_id, person_id, language, frequency, paused_until, changed_at)
    values (${workspaceId}, ${personId}, ${row.language}, ${row.frequency}, ${row.pausedUntil}, ${row.changedAt})
    on conflict (workspace_id, person_id) do update set language = excluded.language, frequency = excluded.frequency, paused_until = excluded.paused_until,
      changed_at = excluded.changed_at`.execute(tx)
}

export async function findLinkVersion(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{
    version: number
  }>`select link_version as version from trust.preference where workspace_id = platform.workspace() and person_id = ${personId}`.execute(
    tx,
  )
  return rows[0]?.version ?? 1
}

/** Ends every preference link given out before, for each of these records. */
export async function raiseLinkVersion(tx: Tx, workspaceId: string, personIds: string[]): Promise<void> {
  await sql`insert into trust.preference (workspace_id, person_id, link_version) select ${workspaceId}::uuid, id, 2 from unnest(${personIds}::uuid[]) as u(id)
    on conflict (workspace_id, person_id) do update set link_version = trust.preference.link_version % 65535 + 1`.execute(
    tx,
  )
}

export type ContactRecord = {
  id: string
  personId: string
  purpose: string
  channel: ContactChannel
  at: Date
  asker: string
  answer: boolean
  reason: ContactReason
  words: string
  notBefore: Date | null
}

export async function addContact(
  tx: Tx,
  workspaceId: string,
  row: ContactRecord & { restsOn: Record<string, unknown> },
): Promise<void> {
  await sql`insert into trust.contact (workspace_id, id, person_id, purpose, channel, at, asker, answer, reason, words, not_before, rests_on)
    values (${workspaceId}, ${row.id}, ${row.personId}, ${row.purpose}, ${row.channel}, ${row.at}, ${row.asker}, ${row.answer}, ${row.reason}, ${row.words}, ${row.notBefore}, ${JSON.stringify(row.restsOn)}::jsonb)`.execute(
    tx,
  )
}

export async function listContacts(
  tx: Tx,
  filter: {
    answer?: boolean | undefined
    personIds?: string[] | undefined
    limit: number
    after: (string | number | null)[] | null
  },
): Promise<ContactRecord[]> {
  const answer = filter.answer === undefined ? sql`` : filter.answer ? sql`and answer` : sql`and not answer`
  const person = filter.personIds ? sql`and person_id = any(${filter.personIds}::uuid[])` : sql``
  const from = filter.after ? sql`and (at, id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)` : sql``
  const { rows } =
    await sql<ContactRecord>`select id, person_id as "personId", purpose, channel, at, asker, answer, reason, words, not_before as "notBefore" from trust.contact
    where workspace_id = platform.workspace() ${answer} ${person} ${from} order by at desc, id desc limit ${filter.limit}`.execute(
      tx,
    )
  return rows
}

/** The last yes to anything a person may choose the pace of. */
export async function lastContactAt(tx: Tx, personIds: string[]): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(c.at) as at from trust.contact c join trust.purpose p on p.workspace_id = c.workspace_id and p.key = c.purpose
    where c.workspace_id = platform.workspace() and c.person_id = any(${personIds}::uuid[]) and c.answer and p.basis in ('consent', 'legitimate_interest')`.execute(
    tx,
  )
  return rows[0]?.at ?? null
}

/** Two sends that ask at the same moment for one person: the second waits and sees the first one's answer. */
export async function holdPerson(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('trust.contact ' || platform.workspace() || ${personId}, 0))`.execute(
    tx,
  )
}

export type ConfirmationRow = {
  id: string
  personId: string
  purpose: string
  channel: ContactChannel
  language: WordingLanguage
  askedAt: Date
  expiresAt: Date
  mailedAt: Date | null
  usedAt: Date | null
}

const CONFIRMATION = sql`id, person_id as "personId", purpose, channel, language, asked_at as "askedAt", expires_at as "expiresAt", mailed_at as "mailedAt", used_at as "usedAt"`

export async function addConfirmation(tx: Tx, workspaceId: string, row: ConfirmationRow): Promise<void> {
  await sql`insert into trust.confirmation (workspace_id, id, person_id, purpose, channel, language, asked_at, expires_at)
    values (${workspaceId}, ${row.id}, ${row.personId}, ${row.purpose}, ${row.channel}, ${row.language}, ${row.askedAt}, ${row.expiresAt})`.execute(
    tx,
  )
}

export async function findConfirmation(tx: Tx, id: string, lock = false): Promise<ConfirmationRow | null> {
  const { rows } =
    await sql<ConfirmationRow>`select ${CONFIRMATION} from trust.confirmation where workspace_id = platform.workspace() and id = ${id} ${lock ? sql`for update` : sql``}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function listConfirmations(tx: Tx, personIds: string[]): Promise<ConfirmationRow[]> {
  const { rows } =
    await sql<ConfirmationRow>`select distinct on (purpose, channel) ${CONFIRMATION} from trust.confirmation where workspace_id = platform.workspace()
    and person_id = any(${personIds}::uuid[]) order by purpose, channel, asked_at desc`.execute(tx)
  return rows
}

export async function markConfirmation(tx: Tx, id: string, change: { mailedAt?: Date; usedAt?: Date }): Promise<void> {
  await sql`update trust.confirmation set mailed_at = coalesce(${change.mailedAt ?? null}, mailed_at), used_at = coalesce(${change.usedAt ?? null}, used_at)
    where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
}

/** A yes that was taken back is not confirmed any more by a link still lying in a mailbox. */
export async function endConfirmations(
  tx: Tx,
  personIds: string[],
  purpose: string,
  channel: string,
  now: Date,
): Promise<void> {
  await sql`update trust.confirmation set expires_at = least(expires_at, ${now}::timestamptz) where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[])
    and purpose = ${purpose} and channel = ${channel} and used_at is null`.execute(tx)
}

export async function putBounce(
  tx: Tx,
  workspaceId: string,
  row: { channel: string; hash: string; personId: string; at: Date; why: string },
): Promise<void> {
  await sql`insert into trust.bounce (workspace_id, channel, hash, person_id, at, why) values (${workspaceId}, ${row.channel}, ${row.hash}, ${row.personId}, ${row.at}, ${row.why})
    on conflict (workspace_id, channel, hash) do update set at = excluded.at, why = excluded.why, person_id = excluded.person_id`.execute(
    tx,
  )
}

export async function countBounced(tx: Tx, channel: string, hashes: string[]): Promise<number> {
  if (hashes.length === 0) return 0
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from trust.bounce where workspace_id = platform.workspace() and channel = ${channel} and hash = any(${hashes}::text[])`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

export type LinkRequestRow = { id: string; email: string | null; hash: string; language: WordingLanguage; at: Date }

export async function addLinkRequest(tx: Tx, workspaceId: string, row: LinkRequestRow): Promise<void> {
  await sql`insert into trust.link_request (workspace_id, id, email, hash, language, at) values (${workspaceId}, ${row.id}, ${row.email}, ${row.hash}, ${row.language}, ${row.at})`.execute(
    tx,
  )
}

export async function findLinkRequest(tx: Tx, id: string): Promise<LinkRequestRow | null> {
  const { rows } =
    await sql<LinkRequestRow>`select id, email, hash, language, at from trust.link_request where workspace_id = platform.workspace() and id = ${id}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function countLinkRequests(tx: Tx, hash: string, since: Date): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from trust.link_request where workspace_id = platform.workspace() and hash = ${hash} and at > ${since}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

export async function emptyLinkRequest(tx: Tx, id: string): Promise<void> {
  await sql`update trust.link_request set email = null where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function removeLinkRequests(tx: Tx, before: Date): Promise<void> {
  await sql`delete from trust.link_request where workspace_id = platform.workspace() and at < ${before}`.execute(tx)
}

export async function findRules(tx: Tx): Promise<ContactRules | null> {
  const { rows } =
    await sql<ContactRules>`select keep_address as "keepAddress", known_from as "knownFrom", known_to as "knownTo", unknown_from as "unknownFrom", unknown_to as "unknownTo"
    from trust.contact_rule where workspace_id = platform.workspace()`.execute(tx)
  return rows[0] ?? null
}

export async function putRules(tx: Tx, workspaceId: string, rules: ContactRules): Promise<void> {
  await sql`insert into trust.contact_rule (workspace_id, keep_address, known_from, known_to, unknown_from, unknown_to)
    values (${workspaceId}, ${rules.keepAddress}, ${rules.knownFrom}, ${rules.knownTo}, ${rules.unknownFrom}, ${rules.unknownTo})
    on conflict (workspace_id) do update set keep_address = excluded.keep_address, known_from = excluded.known_from, known_to = excluded.known_to,
      unknown_from = excluded.unknown_from, unknown_to = excluded.unknown_to`.execute(tx)
}

/** Two who ask first at the same moment write the first purposes once. */
export async function holdPurposes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('trust.purpose ' || platform.workspace(), 0))`.execute(tx)
}

/** By what a row says anywhere: an address may stand there with a name beside it. */
export async function forgetLinkRequests(tx: Tx, marks: string[]): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from trust.link_request r where r.workspace_id = platform.workspace() and exists (
      select 1 from unnest(${marks}::text[]) as m(mark) where position(lower(m.mark) in lower(concat_ws(' ', r.email, r.hash, r.language))) > 0)`.execute(
      tx,
    )
  return Number(numAffectedRows ?? 0)
}
