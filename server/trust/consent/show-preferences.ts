/**
 * The page where a person decides, opened by their own signed link. Looking at it changes nothing. What they change is
 * written down as their own act, with the words that stood beside the box and the version those words had.
 */
import type { App, Tx } from '#platform'
import { downstreamOf, type Reach } from '../downstream.ts'
import { findWorkspace } from '../workspaces/store.ts'
import { Frequency, WordingLanguage, type ContactChannel } from './contract.ts'
import { overPage, plainPage } from './plain-page.ts'
import { askedBody, eraseBody, preferenceBody, type Preferences, type ShownPurpose } from './preference-page.ts'
import { dayIn, fill, languageFor, languageFrom, wordsIn } from './preference-words.ts'
import { isService, type PurposeRow } from './purpose.ts'
import { addressesOf } from './may-contact.ts'
import { recordConsent, withdrawAll } from './record-consent.ts'
import { askByRight, type AskedRight } from './ask-by-right.ts'
import { knowPurposes, wordingIn } from './see-purposes.ts'
import { readLink } from './signed-link.ts'
import { stateOf } from './standing.ts'
import {
  findLinkVersion,
  findPreference,
  findWording,
  listStandings,
  listWordings,
  putPreference,
  type PreferenceRow,
  type Standing,
} from './store.ts'

const PAUSE_MONTHS = 3

export async function showPreferences(app: App, request: Request, token: string): Promise<Response> {
  const page = await openPreferences(app, request, token)
  return page instanceof Response ? page : plainPage(page.frame, preferenceBody(page, null))
}

export async function changePreferences(
  app: App,
  request: Request,
  token: string,
  form: Readonly<Record<string, string>>,
  address: string,
): Promise<Response> {
  const page = await openPreferences(app, request, token)
  if (page instanceof Response) return page
  const deed = form['deed'] ?? ''
  if (deed === 'erase') return plainPage(page.frame, eraseBody(page))
  const right = RIGHTS[deed]
  if (right) return askRight(app, page, right)
  const said = await app.db.inWorkspace(page.workspaceId, async (tx) => {
    const reach = await downstreamOf(app).findReach(tx, page.personId)
    return reach ? act(app, tx, page, reach, deed, form, address) : null
  })
  // Read anew: the language itself may be what changed.
  const after = await openPreferences(app, request, token)
  if (after instanceof Response) return after
  return plainPage(after.frame, preferenceBody(after, said ? said(after) : null))
}

const RIGHTS: Readonly<Record<string, AskedRight>> = {
  export: 'export',
  object: 'objection',
  freeze: 'restriction',
  'erase-sure': 'erasure',
}

type Opened = Preferences & { workspaceId: string; personId: string; zone: string; preference: PreferenceRow }

async function askRight(app: App, page: Opened, right: AskedRight): Promise<Response> {
  const { dueAt } = await askByRight(app, { workspaceId: page.workspaceId, personId: page.personId, right })
  const words = wordsIn(page.frame.language)
  if (right === 'objection' || right === 'restriction')
    return plainPage(page.frame, preferenceBody(page, right === 'objection' ? words.objected : words.frozen))
  return plainPage(page.frame, askedBody(page, dayIn(page.frame.language, dueAt, page.zone)))
}

type Say = (page: Opened) => string

async function act(
  app: App,
  tx: Tx,
  page: Opened,
  reach: Reach,
  deed: string,
  form: Readonly<Record<string, string>>,
  address: string,
): Promise<Say | null> {
  const now = app.clock.now()
  const put = (change: Partial<PreferenceRow>) =>
    putPreference(tx, page.workspaceId, reach.id, { ...page.preference, ...change, changedAt: now })
  if (deed === 'save') {
    await save(app, tx, page, reach, form, address)
    const frequency = Frequency.safeParse(form['frequency'])
    const language = WordingLanguage.safeParse(form['language'])
    await put({
      ...(frequency.success ? { frequency: frequency.data } : {}),
      ...(language.success ? { language: language.data } : {}),
    })
    if (language.success && language.data !== languageFor(reach.language))
      await downstreamOf(app).changeLanguage(tx, reach.id, language.data)
    return (after) => wordsIn(after.frame.language).saved
  }
  if (deed === 'stop') {
    await withdrawAll(app, tx, page.workspaceId, reach, { way: 'preferences', proved: true, address })
    return (after) => wordsIn(after.frame.language).stopped
  }
  if (deed === 'pause') {
    const until = new Date(now)
    until.setUTCMonth(until.getUTCMonth() + PAUSE_MONTHS)
    await put({ pausedUntil: until })
    return (after) => fill(wordsIn(after.frame.language).paused, { date: after.pausedUntil ?? '' })
  }
  if (deed === 'resume') {
    await put({ pausedUntil: null })
    return (after) => wordsIn(after.frame.language).resumed
  }
  return null
}

/** Only boxes that stood on the page are read: what was added since is not taken back by silence. */
async function save(
  app: App,
  tx: Tx,
  page: Opened,
  reach: Reach,
  form: Readonly<Record<string, string>>,
  address: string,
): Promise<void> {
  for (const purpose of page.purposes.filter((one) => !one.always))
    for (const { channel, on } of purpose.channels) {
      const box = `${purpose.key}.${channel}`
      const version = Number(form[`s.${box}`])
      const wanted = form[`c.${box}`] === 'on'
      if (!form[`s.${box}`] || wanted === on) continue
      const wording = Number.isInteger(version) ? await findWording(tx, purpose.key, purpose.language, version) : null
      await recordConsent(app, tx, page.workspaceId, {
        personId: reach.id,
        purpose: purpose.key,
        channel,
        act: wanted ? 'given' : 'withdrawn',
        way: 'preferences',
        shown: wording?.text ?? purpose.text,
        language: purpose.language,
        version: wording?.version ?? null,
        proved: true,
        address,
      })
    }
}

async function openPreferences(app: App, request: Request, token: string): Promise<Opened | Response> {
  const asked = languageFrom(request.headers.get('accept-language'))
  const link = readLink([app.secret, ...app.config.earlierSecrets], 'preferences', token)
  if (!link) return overPage(asked, 404)
  const { workspaceId } = link
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const reach = await downstreamOf(app).findReach(tx, link.id)
    const workspace = reach && (await findWorkspace(tx))
    if (!reach || !workspace) return overPage(asked, 404)
    if ((await findLinkVersion(tx, link.id)) !== link.version) return overPage(asked, 410)
    const preference = await findPreference(tx, reach.ids)
    const chosen = preference.language ?? reach.language
    const language = chosen ? languageFor(chosen) : asked
    const now = app.clock.now()
    const due = new Date(now)
    due.setUTCMonth(due.getUTCMonth() + 1)
    const pausedUntil = preference.pausedUntil && preference.pausedUntil > now ? preference.pausedUntil : null
    return {
      workspaceId,
      personId: reach.id,
      zone: workspace.timezone,
      preference,
      frame: {
        language,
        business: workspace.name,
        title: fill(wordsIn(language).title, { business: workspace.name }),
      },
      action: new URL(request.url).pathname,
      name: reach.name,
      purposes: await purposesShown(app, tx, workspaceId, reach, language),
      frequency: preference.frequency,
      language,
      pausedUntil: pausedUntil && dayIn(language, pausedUntil, workspace.timezone),
      dueBy: dayIn(language, due, workspace.timezone),
    }
  })
}

async function purposesShown(
  app: App,
  tx: Tx,
  workspaceId: string,
  reach: Reach,
  language: WordingLanguage,
): Promise<ShownPurpose[]> {
  // Purposes first: on the very first look of a workspace they are only being written down.
  const purposes = await knowPurposes(app, tx, workspaceId)
  const wordings = await listWordings(tx)
  const standings = await listStandings(tx, reach.ids)
  return purposes
    .filter((purpose) => purpose.retiredAt === null)
    .map((purpose) => {
      const wording = wordingIn(wordings, purpose.key, language)
      return {
        key: purpose.key,
        title: wording?.title ?? purpose.key,
        text: wording?.text ?? '',
        version: wording?.version ?? 0,
        language: wording?.language ?? language,
        always: isService(purpose),
        channels: waysTo(purpose, reach, standings).map((channel) => {
          const state = stateOf(
            purpose,
            channel,
            standings.find((row) => row.purpose === purpose.key && row.channel === channel),
          )
          return { channel, state, on: state === 'agreed' || (purpose.basis !== 'consent' && state === 'none') }
        }),
      }
    })
    .filter((purpose) => purpose.always || purpose.channels.length > 0)
}

/** Ways nobody could use are not asked about: no box for text messages where no number is known, unless something was said. */
const waysTo = (purpose: PurposeRow, reach: Reach, standings: Standing[]): ContactChannel[] =>
  purpose.channels.filter(
    (channel) =>
      (addressesOf(reach, channel) ?? []).length > 0 ||
      standings.some((row) => row.purpose === purpose.key && row.channel === channel),
  )
