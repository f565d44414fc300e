/**
 * From one workspace into another: every route with every kind of id of the other, in the address and in the body, and
 * every search for its words. Nothing of it may be told, and nothing of it may have changed.
 */
import { isDeepStrictEqual } from 'node:util'
import { eventually } from '#test/eventually'
import { wouldEndTheWalk } from '#test/permits'
import { idsIn, leftToCount, pictureOf } from '#test/rows'
import { makeChance } from '../../server/sample/chance.ts'
import { asCommand, readDescription } from './description.ts'
import { fitting, type Make } from './schema-values.ts'
import { settle } from './settle.ts'
import { inParallel, Tally, type Result, type Target } from './target.ts'

const SECRET = 'Zephyrine'
const BODIES = 4

export async function workspaces(target: Target): Promise<Result> {
  const tally = new Tally('cross-workspace probes')
  const [mine, theirs] = [await target.house('Mine'), await target.house('Theirs')]
  await settle(mine)
  await settle(theirs, (otherwise) => `${SECRET} ${otherwise}`)
  const { components, operations } = await readDescription(target)
  const ids = await target.database((client) => idsIn(client, theirs.workspaceId))
  const before = await atRest(target, theirs.workspaceId)
  const chance = makeChance(target.seed)
  const make: Make = { chance, components, id: () => chance.pick(ids) }
  const namesOne = ({ path, body }: { path: string; body: string | undefined }) =>
    ids.some((id) => `${path} ${body ?? ''}`.includes(id))
  const asked = operations
    .filter(({ route }) => route.permit !== 'public' && route.permit !== 'account' && !wouldEndTheWalk(route))
    .flatMap((operation) => {
      const paths = operation.path.includes('{')
        ? ids.map((id) => operation.path.replaceAll(/\{\w+\}/g, id))
        : [operation.path]
      const body = () => (operation.kind === 'json' ? JSON.stringify(fitting(operation.body ?? {}, make)) : undefined)
      return [
        ...paths.map((path) => ({ operation, path, body: body() })),
        ...Array.from({ length: operation.kind === 'json' ? BODIES : 0 }, () => ({
          operation,
          path: paths[0]!,
          body: body(),
        })),
        ...(operation.query['q'] ? [SECRET, `"${SECRET}"`, 'zephyr', '%', '_', 'yusuf@demir.example'] : []).map(
          (word) => ({ operation, path: `${operation.path}?q=${encodeURIComponent(word)}`, body: undefined }),
        ),
        ...['personId', 'surveyId', 'importId', 'person', 'about', 'actorId']
          .filter((name) => operation.query[name])
          .flatMap((name) =>
            ids.map((id) => ({ operation, path: `${operation.path}?${name}=${id}`, body: undefined })),
          ),
      ]
    })
  // The log of who did what says which ids were asked for: what names none is asked first, before ours are in it.
  asked.sort((a, b) => Number(namesOne(a)) - Number(namesOne(b)))
  target.broken()
  await inParallel(
    target.share < 1 ? asked.filter((_, nth) => nth % Math.ceil(1 / target.share) === 0) : asked,
    async ({ operation, path, body }) => {
      const answer = await mine.ask(
        operation.method,
        `=${path}`,
        body,
        body === undefined ? {} : { 'content-type': 'application/json' },
      )
      const own = `${path} ${body ?? ''}`
      const told =
        ids.find((id) => !own.includes(id) && answer.text.includes(id)) ??
        (answer.text.includes(`${SECRET} `) ? SECRET : undefined)
      const trouble = told
        ? `answered ${answer.status} with ${told} of another workspace`
        : answer.status >= 500 && answer.status !== 503
          ? `broke: ${answer.text.slice(0, 200)}`
          : null
      tally.note(
        trouble &&
          `${trouble}\n    ${asCommand(target.url, { method: operation.method, path, headers: { cookie: mine.cookie, 'heed-workspace': mine.workspaceId }, ...(body ? { body } : {}) })}`,
        `${operation.name} ${trouble}`,
      )
    },
  )
  for (const line of target.broken()) tally.note(`Heed logged an error: ${line}`, line.replaceAll(/\d+/g, '…'))
  const after = await atRest(target, theirs.workspaceId)
  for (const [table, picture] of Object.entries(before))
    tally.note(
      after[table] === picture ? null : `${table} of the other workspace changed: ${picture} became ${after[table]}`,
    )
  for (const header of [
    theirs.workspaceId,
    `${mine.workspaceId},${theirs.workspaceId}`,
    theirs.workspaceId.toUpperCase(),
  ]) {
    const { status } = await mine.ask('GET', '/voices', undefined, { 'heed-workspace': header })
    tally.note(status >= 400 ? null : `the header heed-workspace: ${header} was answered ${status}`)
  }
  return tally.result()
}

/** What stands in a workspace once nothing works on it any more: the same twice, a moment apart. */
async function atRest(target: Target, workspaceId: string): Promise<Record<string, string>> {
  return target.database(async (client) => {
    let last: Record<string, string> = {}
    await eventually(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        const { days, jobs } = await leftToCount(client)
        const now = await pictureOf(client, workspaceId)
        const same = isDeepStrictEqual(now, last)
        last = now
        return same && days + jobs === 0
      },
      true,
      120_000,
    )
    return last
  })
}
