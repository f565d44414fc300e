/**
 * The record of processing activities (GDPR 30), made anew whenever somebody looks: what is kept comes from what every
 * capability declares, how long from the rules, who gets it and what protects it from how Heed is set up now. Only what
 * an owner alone can know is written down.
 */
import type { App, Processing as Declared, Tx } from '#platform'
import { seePurposes } from '../consent/see-purposes.ts'
import { arrangedFor } from '../crisis/see-help-lines.ts'
import { listKeys } from '../keys/store.ts'
import { keyOnWire } from '../keys/key.ts'
import { KEEP } from '../backup/rotation.ts'
import type { Automation } from '../oversight/automation.ts'
import { seeAutomations } from '../oversight/see-oversight.ts'
import { agedHoldings } from '../retention/let-go.ts'
import { listRules } from '../retention/store.ts'
import { ROLES } from '../roles.ts'
import type { Who } from '../who.ts'
import { findWorkspace, listMembers } from '../workspaces/store.ts'
import type { Processing } from './contract.ts'
import { keptAbout, keptOfTeam, monthsText, ruleText } from './processing.ts'
import { seeMeasures } from './see-measures.ts'
import { findOwn } from './store.ts'

const NOTHING = { controller: '', contact: '', officer: '', helpers: '', transfers: '', precautions: '' }

export async function seeProcessing(
  app: App,
  who: Who,
  { declared, register }: { declared: readonly Declared[]; register: readonly Automation[] },
): Promise<Processing> {
  const automations = await seeAutomations(app, who, register)
  const purposes = await seePurposes(app, who)
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const workspace = (await findWorkspace(tx))!
    const { changedBy, changedAt, ...own } = (await findOwn(tx)) ?? { ...NOTHING, changedBy: null, changedAt: null }
    const rules = new Map((await listRules(tx)).map(({ kind, months }) => [kind, months]))
    const members = await listMembers(tx)
    return {
      business: workspace.name,
      asOf: app.clock.now().toISOString(),
      timezone: workspace.timezone,
      own,
      changedBy,
      changedAt: changedAt?.toISOString() ?? null,
      people: await peopleOf(app, tx, members.length),
      activities: [
        ...declared.map(({ capability, name, why }) => ({
          key: capability,
          name,
          why,
          data: keptAbout(
            app.holdings.filter(({ table }) => table.startsWith(`${capability}.`)),
            app.holdings,
            rules,
          ),
          machines: automations
            .filter(({ key }) => key.startsWith(`${capability}.`))
            .map(({ name: machine, state }) => ({ name: machine, state })),
        })),
        {
          key: 'team',
          name: 'Letting the team in',
          why: 'To know who works with Heed, what each may do, and who did what.',
          data: keptOfTeam(app.holdings),
          machines: [],
        },
      ].filter(({ data }) => data.length > 0),
      purposes: purposes
        .filter(({ retired }) => !retired)
        .map(({ key, note, basis, channels, agreed, wordings }) => ({
          key,
          name: wordings.find(({ language }) => language === 'en')?.title ?? wordings[0]?.title ?? key,
          why: note,
          basis,
          channels,
          agreed,
        })),
      recipients: await recipientsOf(app, tx, members),
      retention: await retentionOf(app, tx, rules),
      measures: await seeMeasures(app, tx, who.workspaceId),
    }
  })
}

/** Kinds of people as they are written down, and those nobody tells apart. */
async function peopleOf(app: App, tx: Tx, members: number): Promise<Processing['people']> {
  const kinds = await app.persons.kinds(tx)
  return [
    ...kinds.map(({ called, count }) => ({ who: called, count })),
    { who: 'People who wrote without leaving a name', count: null },
    { who: 'People who work with Heed', count: members },
  ]
}

async function recipientsOf(
  app: App,
  tx: Tx,
  members: { role: (typeof ROLES)[number] }[],
): Promise<Processing['recipients']> {
  const { config } = app
  const byRole = ROLES.map((role) => ({ role, count: members.filter((one) => one.role === role).length }))
  const now = app.clock.now()
  const keys = (await listKeys(tx)).map((key) => keyOnWire(key, now)).filter(({ state }) => state === 'works')
  const database = config.databaseUrl ? new URL(config.databaseUrl).hostname : ''
  return [
    {
      key: 'team',
      who: 'People who work here',
      says: byRole
        .filter(({ count }) => count > 0)
        .map(({ role, count }) => `${count} ${count === 1 ? role : `${role}s`}`)
        .join(', '),
    },
    ...keys.map(({ id, name, scopes }) => ({
      key: id,
      who: `A program called “${name}”`,
      says: `may ${scopes.join(', ')}`,
    })),
    ...(config.smtpUrl
      ? [
          {
            key: 'mail',
            who: `Mail server ${new URL(config.smtpUrl).hostname}`,
            says: 'passes on every letter Heed sends',
          },
        ]
      : []),
    ...(config.oidc
      ? [
          {
            key: 'provider',
            who: `Sign-in of ${config.oidc.name} (${new URL(config.oidc.issuer).host})`,
            says: 'learns when members sign in, and nothing of what people said',
          },
        ]
      : []),
    ...(database && !NEAR.has(database)
      ? [{ key: 'database', who: `Database server ${database}`, says: 'holds all of it' }]
      : []),
  ]
}

const NEAR = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

async function retentionOf(app: App, tx: Tx, rules: ReadonlyMap<string, number>): Promise<Processing['retention']> {
  const { keepDays } = await arrangedFor(tx)
  return [
    ...agedHoldings(app.holdings).map(({ retained: { kind, what } }) => ({
      what,
      until: ruleText(rules.get(kind)),
      decided: rules.has(kind),
    })),
    {
      what: 'Words that may speak of danger',
      until: `${keepDays} ${keepDays === 1 ? 'day' : 'days'} after the matter was closed`,
      decided: true,
    },
    { what: 'Backups', until: `at the most ${monthsText(KEEP.months)}`, decided: true },
  ]
}
