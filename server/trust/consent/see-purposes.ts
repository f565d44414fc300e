/** What this workspace writes to people for, with what they are shown and how many agreed. */
import { Refusal, type App, type Tx } from '#platform'
import type { Who } from '../who.ts'
import type { ContactChannel, Purpose, Wording, WordingLanguage } from './contract.ts'
import { FIRST_PURPOSES, type PurposeRow } from './purpose.ts'
import { FIRST_WORDINGS } from './purpose-texts.ts'
import {
  addPurposes,
  addWording,
  countStandings,
  holdPurposes,
  listPurposes,
  listVersions,
  listWordings,
  type WordingRow,
} from './store.ts'

/** The purposes of a workspace; the first time anybody asks, those every workspace begins with are written down. */
export async function knowPurposes(app: App, tx: Tx, workspaceId: string): Promise<PurposeRow[]> {
  const known = await listPurposes(tx)
  if (known.length > 0) return known
  await holdPurposes(tx)
  if ((await addPurposes(tx, workspaceId, FIRST_PURPOSES)) > 0)
    for (const [purpose, texts] of Object.entries(FIRST_WORDINGS))
      for (const [language, { title, text }] of Object.entries(texts))
        await addWording(tx, workspaceId, {
          purpose,
          language: language as WordingLanguage,
          title,
          text,
          writtenAt: app.clock.now(),
          writtenBy: null,
          writtenByName: 'Heed',
        })
  return listPurposes(tx)
}

/** Whether people may still be asked to agree to this, in this way. */
export const knowsPurpose = async (
  app: App,
  tx: Tx,
  workspaceId: string,
  key: string,
  channel: ContactChannel,
): Promise<boolean> =>
  (await knowPurposes(app, tx, workspaceId)).some(
    (row) => row.key === key && row.retiredAt === null && row.channels.includes(channel),
  )

/** In the wanted language, else in English, else in any there is. */
export function wordingIn(wordings: readonly WordingRow[], purpose: string, language: string): WordingRow | null {
  const own = wordings.filter((row) => row.purpose === purpose)
  return own.find((row) => row.language === language) ?? own.find((row) => row.language === 'en') ?? own[0] ?? null
}

export const wordingOnWire = (row: WordingRow): Wording => ({
  language: row.language,
  version: row.version,
  title: row.title,
  text: row.text,
  writtenAt: row.writtenAt.toISOString(),
  writtenBy: row.writtenByName,
})

export async function seePurposes(app: App, who: Pick<Who, 'workspaceId'>): Promise<Purpose[]> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const purposes = await knowPurposes(app, tx, who.workspaceId)
    const wordings = await listWordings(tx)
    const counts = await countStandings(tx)
    const countOf = (key: string, state: string) =>
      counts.find((row) => row.purpose === key && row.state === state)?.count ?? 0
    return purposes.map(({ place: _, retiredAt, ...row }) => ({
      ...row,
      retired: retiredAt !== null,
      wordings: wordings.filter((wording) => wording.purpose === row.key).map(wordingOnWire),
      agreed: countOf(row.key, 'agreed'),
      unconfirmed: countOf(row.key, 'unconfirmed'),
      withdrawn: countOf(row.key, 'withdrawn'),
    }))
  })
}

export async function seeWordings(app: App, who: Who, key: string): Promise<Wording[]> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await knowPurposes(app, tx, who.workspaceId)).some((row) => row.key === key)) throw purposeNotFound()
    return (await listVersions(tx, key)).map(wordingOnWire)
  })
}

export const purposeNotFound = () => new Refusal('purpose_not_found', 'Nothing here is written to people for that.')
