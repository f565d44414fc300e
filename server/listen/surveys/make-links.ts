/** Links that may answer once: made in a batch, shown once, kept as hashes, withdrawn at will. */
import { newId, readCursor, Refusal, writeCursor, type App } from '#platform'
import type { Page } from '#platform/contract'
import { findPersons, recognisePersons } from '#people'
import { hashToken, makeToken, type Who } from '#trust'
import type { z } from 'zod'
import type { NewLinks, SurveyLink, SurveyLinksMade } from './contract.ts'
import { surveyNotFound } from './make-survey.ts'
import { addLinks, findSurvey, listLinks, removeLink } from './store.ts'
import { linkAddress, linkOnWire } from './survey.ts'

export async function makeLinks(
  app: App,
  who: Who,
  surveyId: string,
  { links }: z.output<typeof NewLinks>,
): Promise<SurveyLinksMade> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const survey = await findSurvey(tx, surveyId)
    if (!survey || survey.removedAt) throw surveyNotFound()
    const named = links.flatMap((link) => (link.personId ? [link.personId] : []))
    const known = new Set((await findPersons(tx, named)).map((person) => person.id))
    const strange = links.findIndex((link) => link.personId && !known.has(link.personId))
    if (strange >= 0)
      throw new Refusal('person_not_found', 'One of these people is not in this workspace.', [
        { field: `links.${strange}.personId`, reason: 'not known here' },
      ])
    const recognised = await recognisePersons(
      tx,
      who.workspaceId,
      links.map((link) => ({
        identities: link.email ? [{ kind: 'email' as const, value: link.email }] : [],
        name: link.name,
      })),
    )
    const rows = links.map((link, index) => {
      const token = makeToken()
      const personId = link.personId ?? recognised[index] ?? null
      return {
        id: newId(),
        token,
        tokenHash: hashToken(token),
        personId,
        label: link.label || link.name || link.email || '',
        createdAt: app.clock.now(),
        spentAt: null,
      }
    })
    await addLinks(tx, who.workspaceId, surveyId, rows)
    return {
      data: rows.map((row) => ({ ...linkOnWire(row), url: linkAddress(app.config.url, surveyId, row.id, row.token) })),
    }
  })
}

export async function seeLinks(
  app: App,
  who: Who,
  surveyId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<SurveyLink>> {
  const place = readCursor(cursor, ['instant', 'id'])
  const before = place ? { createdAt: String(place[0]), id: String(place[1]) } : null
  const rows = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await findSurvey(tx, surveyId))) throw surveyNotFound()
    return listLinks(tx, surveyId, { limit: limit + 1, before })
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: shown.map(linkOnWire),
    meta: { nextCursor: rows.length > limit && last ? writeCursor([last.createdAt.toISOString(), last.id]) : null },
  }
}

export async function withdrawLink(app: App, who: Who, surveyId: string, id: string): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await removeLink(tx, surveyId, id)))
      throw new Refusal('survey_link_unknown', 'This link is not there, or has been used already.')
  })
}
