/**
 * A person whose every trace holds a marker is erased: afterwards the marker is in no row of any table, in no file, in no
 * answer, and does not come back out of a backup that was made before.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from '#test/eventually'
import { findMarker } from '#test/marker'
import { clearFolder, heed, serveHeed } from '#test/process'
import { readDescription } from './description.ts'
import { keyFile } from './restore.ts'
import { inDatabase, inParallel, Tally, type Actor, type Result, type Target } from './target.ts'

const MARKER = 'qzattackmarkerx'
const ADDRESS = `ada.${MARKER}@marker.example`
const NAME = `Ada ${MARKER}`

export async function erasure(target: Target): Promise<Result> {
  const tally = new Tally('erasure marker search')
  const house = await target.house('The forgetting house')
  const { personId, others } = await leaveTraces(house)
  const before = await target.database((client) => findMarker(client, target.folder, MARKER))
  tally.note(before.length >= 8 ? null : `only ${before.length} places held the marker before: ${before.join(', ')}`)
  const backup = join(target.scratch(), 'before.backup')
  const restored = target.scratch()
  try {
    if (target.share === 1) await heed(target.folder, ['backup', backup])
    for (const id of [personId, ...others]) {
      const { name } = (await house.get(`/persons/${id}`)).body
      const asked = await house.post(`/persons/${id}/erasure`, { confirmed: name, keepOrders: false })
      tally.note(asked.status === 202 ? null : `an erasure was answered ${asked.status} ${asked.text}`)
    }
    const left = () => target.database((client) => findMarker(client, target.folder, MARKER))
    const found = await eventually(left, [], 90_000).catch(left)
    for (const place of before)
      tally.note(
        found.some((one) => one.split(' ')[0] === place.split(' ')[0]) ? `the marker is still in ${place}` : null,
      )
    for (const place of found)
      if (!before.some((one) => one.split(' ')[0] === place.split(' ')[0]))
        tally.note(`the marker came to be in ${place}`)
    await inAnswers(target, house, tally)
    tally.note(target.heed.said().toLowerCase().includes(MARKER) ? 'Heed’s own log holds the marker' : null)
    if (existsSync(backup)) await outOfTheBackup(target, backup, restored, tally)
  } finally {
    rmSync(backup, { force: true })
    await clearFolder(restored)
  }
  return tally.result()
}

/** By every door words of a person come in through. */
async function leaveTraces(house: Actor): Promise<{ personId: string; others: string[] }> {
  const said = await house.post(
    '/voices',
    {
      text: `This is terrible, I waited three hours and nobody came. I am furious. ${NAME}`,
      title: `Never again, ${NAME}`,
      person: { name: NAME, email: ADDRESS, phone: '+49 40 7654321' },
      score: { kind: 'star', value: 1 },
      source: 'google',
      externalId: `${MARKER}-1`,
      attributes: { signed: NAME },
    },
    { 'idempotency-key': `key of ${ADDRESS}` },
  )
  const voiceId = said.body.data[0].id as string
  const personId = (await eventually(
    async () => (await house.get(`/voices/${voiceId}`)).body.person?.id,
    /./,
  )) as string
  const file = `text,date,name,email\n"Cold soup, said ${NAME}",2026-01-02,${NAME},${ADDRESS}\nTorn,not a date,${NAME},${ADDRESS}\n`
  const brought = (
    await house.ask('POST', `/imports?name=old.csv`, file, { 'content-type': 'application/octet-stream' })
  ).body
  await house.post(`/imports/${brought.id}/run`)
  await house.ask('POST', '/imports?name=waiting.csv', file, { 'content-type': 'application/octet-stream' })
  const { body: made } = await house.post(`/voices/${voiceId}/case`)
  const caseId = made.id ?? made.data?.id
  await house.put(`/voices/${voiceId}/correction`, { sentiment: 'mixed', note: `${NAME} was joking` })
  await house.post(`/cases/${caseId}/notes`, { text: `Call ${NAME} on Monday` })
  await house.put(`/cases/${caseId}/resolution`, {
    cause: 'Nobody at the counter',
    done: `Rang ${NAME}`,
    note: `${NAME} comes again`,
  })
  await house.post(`/persons/${personId}/consent`, {
    purpose: 'news',
    channel: 'email',
    act: 'given',
    shown: `I, ${ADDRESS}, want to hear of new bread`,
    note: NAME,
  })
  await house.post(`/persons/${personId}/bounces`, { channel: 'email', address: ADDRESS, why: `550 for ${ADDRESS}` })
  await house.post(`/persons/${personId}/contact`, { purpose: 'news', channel: 'email' })
  await house.post('/requests', { personId, kind: 'export', proof: 'word', note: `${NAME} asked` })
  await house.post('/requests', { personId, kind: 'export', proof: 'link' })
  await house.put(`/persons/${personId}/restrictions/objected`, { reason: `${NAME} rang` })
  await house.post('/views', { name: `All of ${ADDRESS}`, filter: { q: ADDRESS } })
  const other = (await house.post('/persons', { name: NAME, identities: [{ kind: 'email', value: `2${ADDRESS}` }] }))
    .body.id as string
  await house.put(`/persons/${other}/merge`, { into: personId })
  const survey = (await house.post('/surveys', { name: 'At the counter', template: 'nps' })).body
  await house.put(`/surveys/${survey.id}/status`, { status: 'open' })
  await house.post(`/surveys/${survey.id}/links`, { links: [{ label: NAME, email: ADDRESS, name: NAME }] })
  const { definition } = (await house.get(`/surveys/${survey.id}`)).body
  const [scale, words] = definition.questions as { id: string }[]
  await house.post(`/surveys/${survey.id}/responses`, {
    responses: [
      {
        key: MARKER,
        answers: { [scale!.id]: 1, [words!.id]: `Cold, said ${NAME}` },
        person: { email: ADDRESS, name: NAME },
      },
    ],
  })
  await eventually(async () => (await house.get(`/imports/${brought.id}`)).body.status, 'done', 120_000)
  const all = (await house.get(`/persons?q=${MARKER}`)).body.data as { id: string }[]
  return { personId, others: all.map(({ id }) => id).filter((id) => id !== personId) }
}

/** Every list and every search, asked for what is gone. */
async function inAnswers(target: Target, house: Actor, tally: Tally): Promise<void> {
  const { operations } = await readDescription(target)
  const reading = operations.filter(
    ({ method, path, route }) => method === 'GET' && !path.includes('{') && route.permit !== 'public',
  )
  await inParallel(reading, async ({ path, query, name }) => {
    for (const search of ['', ...(query['q'] ? [`?q=${MARKER}`, `?q=${encodeURIComponent(ADDRESS)}`] : [])]) {
      const { text } = await house.get(`=${path}${search}`)
      tally.note(text.toLowerCase().includes(MARKER) ? `${name}${search} still tells the marker` : null)
    }
  })
}

async function outOfTheBackup(target: Target, backup: string, restored: string, tally: Tally): Promise<void> {
  const list = join(target.folder, 'erased.list')
  tally.note(existsSync(list) ? null : 'there is no list of who was erased')
  if (existsSync(list)) copyFileSync(list, join(restored, 'erased.list'))
  const { code, out, err } = await heed(restored, ['restore', backup, '--key-file', await keyFile(target)])
  tally.note(code === 0 ? null : `the backup could not be restored: ${out}${err}`)
  const again = await serveHeed(restored)
  try {
    const look = () => inDatabase(restored, (client) => findMarker(client, restored, MARKER))
    const found = await eventually(look, [], 60_000).catch(look)
    tally.note(found.length === 0 ? null : `out of an older backup the marker came back into ${found.join(', ')}`)
  } finally {
    await again.stop()
  }
}
