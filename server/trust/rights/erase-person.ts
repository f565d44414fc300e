/**
 * Erase a person: words, names, identities, what was derived from them, files and traces. What stays are counts, and order
 * totals where the books need them.
 *
 * Begun once, then done step by step, each step one transaction that also writes down that it is done; a process that dies
 * leaves the rest to the next. First the person is put on the erasure list, so that from the first moment on no older
 * backup brings them back. Then what merely names them (imported rows, saved views), while their names are still known;
 * then all rows that are theirs at once, under a lock that keeps anything new from being tied to them; then what was told
 * and queued about those rows.
 */
import { newId, Refusal, type App, type Subject, type Tx } from '#platform'
import type { Who } from '../who.ts'
import { erasureListPath, hashErased, writeErasureList } from './erasure-list.ts'
import { openRequest } from './open-request.ts'
import { addStep, closeRequest, findOpenRequest, findRequest } from './store.ts'
import {
  addErased,
  addErasure,
  findErasureOf,
  holdPersons,
  isAboutPersons,
  listColumns,
  listErasures,
  listRowIds,
  lockErasure,
  noteStep,
  removeErasure,
  removeRows,
  type ErasureRow,
} from './store-erasure.ts'
import { wholeOrRefuse } from './subject.ts'

export const ERASE_QUEUE = 'trust.erase'
const AGAIN_SECONDS = 30

export type EraseOptions = { keepOrders: boolean }

/** Begins, and answers at once: the rest is a job. `confirmed` is the name a member typed. */
export async function erasePerson(
  app: App,
  who: Who,
  personId: string,
  options: EraseOptions & { confirmed: string; note?: string },
): Promise<{ erasureId: string }> {
  await confirm(app, who, personId, options)
  const erasureId = await begin(app, who, personId, options)
  app.jobs.wake(ERASE_QUEUE)
  return { erasureId }
}

/** The same, until the end: for the terminal and after a restore. */
export async function eraseNow(
  app: App,
  who: Who,
  personId: string,
  options: EraseOptions,
): Promise<Record<string, number>> {
  const erasureId = await begin(app, who, personId, options)
  return finishErasure(app, who.workspaceId, erasureId)
}

export async function finishErasure(app: App, workspaceId: string, erasureId: string): Promise<Record<string, number>> {
  for (;;) {
    const counts = await nextStep(app, workspaceId, erasureId)
    if (counts) return counts
  }
}

const same = (a: string, b: string) =>
  a.normalize('NFC').trim().toLowerCase() === b.normalize('NFC').trim().toLowerCase()

/** The name is typed, whoever asked for it is proved, and the register knows why: also where nobody had written it down. */
async function confirm(
  app: App,
  who: Who,
  personId: string,
  { confirmed, note }: { confirmed: string; note?: string },
): Promise<void> {
  const request = await app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    const person = await wholeOrRefuse(app, tx, personId)
    if (!same(confirmed, person.name))
      throw new Refusal('not_confirmed', 'Type the name as it stands on the page. Erasing cannot be undone.', [
        { field: 'confirmed', reason: 'is not the name of this person' },
      ])
    return findOpenRequest(tx, person.ids, 'erasure')
  })
  if (request && !request.provedBy)
    throw new Refusal('request_not_proved', 'Wait until the person has confirmed that it is really them.')
  if (request) return
  const asked = { workspaceId: who.workspaceId, personId, kind: 'erasure', via: 'team', provedBy: 'member' } as const
  await openRequest(
    app,
    { ...asked, note: note?.trim() || 'Decided by the team' },
    { id: who.accountId, name: who.name },
  )
}

async function begin(app: App, who: Who, personId: string, options: EraseOptions): Promise<string> {
  const at = app.clock.now()
  return app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    const person = await wholeOrRefuse(app, tx, personId)
    const running = await findErasureOf(tx, person.ids)
    if (running) return running.id
    const by = { id: who.accountId, name: who.name }
    const request = await findOpenRequest(tx, person.ids, 'erasure')
    if (request) await addStep(tx, who.workspaceId, { id: newId(), requestId: request.id, kind: 'erasing', by, at })
    const id = newId()
    const hashes = [...person.ids.map((one) => `person ${one}`), ...person.identities].map((what) =>
      hashErased(app.secret, who.workspaceId, what),
    )
    await addErasure(tx, who.workspaceId, {
      id,
      requestId: request?.id ?? null,
      personIds: person.ids,
      keepOrders: options.keepOrders,
      byName: who.name,
      begunAt: at,
      traces: await tracesOf(app, tx, person.ids),
    })
    // Whoever goes by a rule of how long things are kept, or once more after a restore, has no request.
    const atWish = request !== undefined
    await addErased(tx, who.workspaceId, hashes, at, atWish)
    await app.jobs.enqueue(tx, ERASE_QUEUE, { workspaceId: who.workspaceId, erasureId: id }, { key: id })
    // Last, because a file cannot be taken back: a line too many erases nobody who is not asked to go.
    const rows = hashes.map((hash) => ({ workspaceId: who.workspaceId, hash, erasedAt: at, atWish }))
    writeErasureList(erasureListPath(app.config.dataFolder), rows)
    return id
  })
}

/** Ids of everything that is theirs, as events and jobs may know it. The register keeps its own lines. */
async function tracesOf(app: App, tx: Tx, personIds: string[]): Promise<string[]> {
  const ids = new Set(personIds)
  for (const holding of app.holdings) {
    if (holding.table.startsWith('trust.') || !isAboutPersons(app.holdings, holding)) continue
    if (!(await listColumns(tx, holding.table)).some(({ name }) => name === 'id')) continue
    for (const id of await listRowIds(tx, app.holdings, holding, personIds)) ids.add(id)
  }
  return [...ids]
}

/** Does the first step that is not done yet. Returns what was taken when nothing is left to do, else nothing. */
export async function nextStep(
  app: App,
  workspaceId: string,
  erasureId: string,
): Promise<Record<string, number> | null> {
  return app.db.inWholeWorkspace(workspaceId, async (tx) => {
    const erasure = await lockErasure(tx, erasureId)
    if (!erasure) return {}
    const step = stepsOf(app).find((one) => !erasure.stepsDone.includes(one.name))
    if (!step) return end(app, tx, workspaceId, erasure)
    const marks = (await app.persons.whole(tx, erasure.personIds[0]!))?.marks ?? []
    const { personIds, keepOrders } = erasure
    const counts = await step.run(tx, { workspaceId, personIds, keepOrders, marks }, erasure)
    await noteStep(tx, erasureId, step.name, sumOf(erasure.counts, counts))
    return null
  })
}

const sumOf = (before: Record<string, number>, more: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries({ ...before, ...more }).map(([what]) => [what, (before[what] ?? 0) + (more[what] ?? 0)]),
  )

type Step = {
  name: string
  run: (tx: Tx, subject: Subject, erasure: ErasureRow) => Promise<Record<string, number>>
}

export function stepsOf(app: App): Step[] {
  const named = app.holdings.flatMap(({ table, forget }) =>
    forget
      ? [
          {
            name: `named ${table}`,
            run: async (tx: Tx, subject: Subject) => ({ [table]: await forget(app, tx, subject) }),
          },
        ]
      : [],
  )
  return [
    ...named,
    { name: 'rows', run: (tx, subject) => removeAll(app, tx, subject) },
    {
      name: 'traces',
      run: async (tx, { workspaceId }, { traces }) => ({
        'platform.event': await app.events.forgetIds(tx, workspaceId, traces),
        jobs: await app.jobs.forgetIds(traces, ERASE_QUEUE),
      }),
    },
  ]
}

/** Everything of theirs in one go, children before parents and persons last. */
async function removeAll(app: App, tx: Tx, subject: Subject): Promise<Record<string, number>> {
  await holdPersons(tx, app.holdings, subject.personIds)
  for (const { beforeRowsGo } of app.holdings) {
    const source = app.holdings.find((one) => one.table === beforeRowsGo?.of)
    if (!beforeRowsGo || !source) continue
    const ids = await listRowIds(tx, app.holdings, source, subject.personIds)
    if (ids.length > 0) await beforeRowsGo.run(app, tx, subject.workspaceId, ids)
  }
  const counts: Record<string, number> = {}
  for (const holding of app.holdings.toReversed()) {
    const gone = await removeRows(tx, app.holdings, holding, subject)
    if (gone > 0) counts[holding.table] = gone
  }
  return counts
}

async function end(app: App, tx: Tx, workspaceId: string, erasure: ErasureRow): Promise<Record<string, number>> {
  const at = app.clock.now()
  const by = { id: null, name: erasure.byName }
  const request = erasure.requestId ? await findRequest(tx, erasure.requestId, true) : undefined
  const counts = Object.fromEntries(Object.entries(erasure.counts).filter(([, count]) => count > 0))
  if (request) {
    await addStep(tx, workspaceId, { id: newId(), requestId: request.id, kind: 'erased', by, at })
    await closeRequest(tx, request.id, { state: 'done', at, by: by.name, reason: '', counts })
  }
  await removeErasure(tx, erasure.id)
  await app.events.emit(tx, workspaceId, 'person.erased', {})
  return counts
}

/** The job. What waits for an import to end comes again later. */
export async function runErasure(app: App, workspaceId: string, erasureId: string): Promise<void> {
  try {
    await finishErasure(app, workspaceId, erasureId)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'erasure_waits') throw error
    await askAgain(app, workspaceId, erasureId, AGAIN_SECONDS)
  }
}

/** Whatever a killed process left half done. */
export async function resumeErasures(app: App, workspaceId: string): Promise<void> {
  for (const id of await app.db.inWholeWorkspace(workspaceId, listErasures)) await askAgain(app, workspaceId, id)
}

const askAgain = (app: App, workspaceId: string, erasureId: string, afterSeconds = 0): Promise<void> =>
  app.db.inWholeWorkspace(workspaceId, (tx) =>
    app.jobs.enqueue(tx, ERASE_QUEUE, { workspaceId, erasureId }, { key: erasureId, afterSeconds }),
  )
