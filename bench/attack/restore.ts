/**
 * Restore drills: a backup of a Heed at work is verified, restored into an empty folder, opened and compared; and one that
 * was changed anywhere, cut, put together otherwise or opened with another key is refused, and nothing of it is restored.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureOf } from '#test/rows'
import { clearFolder, heed, serveHeed } from '#test/process'
import { settle } from './settle.ts'
import { inDatabase, inParallel, PASSWORD, Tally, type Result, type Target } from './target.ts'

/** Written by people alone; what is counted or scheduled goes on by itself once a restored Heed is open. */
const SAME = [
  'people.person',
  'people.identity',
  'listen.voice',
  'listen.survey',
  'trust.consent',
  'trust.member',
  'trust.wording',
  'understand.view',
]

export async function restoreDrills(target: Target): Promise<Result> {
  const tally = new Tally('restore drills')
  const house = await target.house('The house that burns')
  await settle(house)
  // Words for few eyes are in a backup like all others, also where somebody had taken them off Today before.
  const urgent = (await house.post('/voices', { text: 'I want to kill myself, I cannot go on.' })).body.data[0].id
  const plain = (await house.get('/today')).body.now[0]?.voiceId
  if (plain) await house.put(`/voices/${plain}/override`, { because: 'misread' })
  for (const id of [urgent, plain].filter(Boolean)) await house.put(`/voices/${id}/emergency`)
  // Several sealed portions, or there would be none to exchange: letters that cannot be packed small.
  for (let nth = 0; nth < 4; nth += 1) await house.post('/voices', { text: randomBytes(40_000).toString('base64') })
  const aside = target.scratch()
  const folders = [aside]
  const fresh = () => {
    const folder = target.scratch()
    folders.push(folder)
    return folder
  }
  try {
    const file = join(aside, 'heed.backup')
    const key = await keyFile(target, aside)
    const made = await heed(target.folder, ['backup', file])
    tally.note(made.code === 0 ? null : `no backup could be made: ${made.err}`)
    const bytes = readFileSync(file)
    tally.note(/Ada Brandt|ada@brandt|Linden/.test(bytes.toString('latin1')) ? 'a sealed backup tells words' : null)
    const verified = await heed(target.folder, ['backup', 'verify', file])
    tally.note(verified.code === 0 ? null : `a good backup was not found good: ${verified.err}`)
    const over = await heed(target.folder, ['restore', file])
    tally.note(over.code !== 0 ? null : 'a backup was restored over what is there')
    await inParallel(
      damages(bytes, target.share),
      async ([what, damaged], nth) => {
        const path = join(aside, `damaged-${nth}.backup`)
        writeFileSync(path, damaged)
        const { code, out, err } = await heed(target.folder, ['backup', 'verify', path])
        tally.note(
          code === 0 || code === 70 || /\n\s+at /.test(err) ? `${what}: ended with ${code}: ${out}${err}` : null,
        )
      },
      3,
    )
    const wrong = join(aside, 'wrong-key')
    writeFileSync(wrong, 'another key that opens nothing\n')
    for (const [what, path, with_] of [
      ['with another key', file, wrong],
      ['damaged in its middle', join(aside, 'middle.backup'), key],
    ] as const) {
      if (path !== file) writeFileSync(path, flipped(bytes, bytes.length >> 1))
      const folder = fresh()
      const refused = await heed(folder, ['restore', path, '--key-file', with_])
      tally.note(
        refused.code === 0 || refused.code === 70
          ? `a backup ${what} was restored: ${refused.code} ${refused.out}${refused.err}`
          : null,
      )
      if (target.share < 1) break
      // All or nothing: the same folder takes the good one afterwards.
      if (path !== file) await opened(target, house.workspaceId, folder, file, key, tally)
    }
    if (target.share < 1) await opened(target, house.workspaceId, fresh(), file, key, tally)
  } finally {
    for (const folder of folders) await clearFolder(folder)
  }
  return tally.result()
}

async function opened(
  target: Target,
  workspaceId: string,
  folder: string,
  file: string,
  key: string,
  tally: Tally,
): Promise<void> {
  const restored = await heed(folder, ['restore', file, '--key-file', key])
  tally.note(restored.code === 0 ? null : `a good backup could not be restored: ${restored.err}`)
  const second = await serveHeed(folder)
  try {
    const there = await target.database((client) => pictureOf(client, workspaceId))
    const here = await inDatabase(folder, (client) => pictureOf(client, workspaceId))
    for (const table of SAME)
      tally.note(
        here[table] === there[table] && there[table] !== undefined
          ? null
          : `${table} came back otherwise: ${there[table]} became ${here[table]}`,
      )
    const me = await fetch(`${second.url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: target.owner.email, password: PASSWORD }),
    })
    tally.note(me.status === 200 ? null : `nobody can sign in to what was restored: ${me.status}`)
    const session = await fetch(`${second.url}/api/v1/me`, { headers: { cookie: target.owner.cookie } })
    tally.note(/"account":\{/.test(await session.text()) ? null : 'sessions did not come along')
    const audit = await heed(folder, ['audit', 'verify', '--workspace', workspaceId])
    tally.note(audit.code === 0 ? null : `the log does not hold after a restore: ${audit.out}${audit.err}`)
  } finally {
    await second.stop()
  }
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = copy[at]! ^ 1
  return copy
}

function damages(bytes: Buffer, share: number): [string, Buffer][] {
  const head = bytes.indexOf('}\n') + 2
  const portion = 64 * 1024 + 16
  const all: [string, Buffer][] = [
    ['one bit in the middle', flipped(bytes, bytes.length >> 1)],
    ['the end cut off', bytes.subarray(0, -40)],
    ['one bit in the first line', flipped(bytes, 3)],
    ['one bit in the head', flipped(bytes, head - 20)],
    ['one bit in the first portion', flipped(bytes, head + 5)],
    ['the last bit', flipped(bytes, bytes.length - 1)],
    ['the last byte cut off', bytes.subarray(0, -1)],
    ['cut after the head', bytes.subarray(0, head)],
    ['cut after the first portion', bytes.subarray(0, head + portion)],
    [
      'the first two portions exchanged',
      Buffer.concat([
        bytes.subarray(0, head),
        bytes.subarray(head + portion, head + 2 * portion),
        bytes.subarray(head, head + portion),
        bytes.subarray(head + 2 * portion),
      ]),
    ],
    ['twice in a row', Buffer.concat([bytes, bytes])],
    ['more at its end', Buffer.concat([bytes, Buffer.from('x')])],
    [
      'a key that would cost all memory',
      Buffer.concat([
        Buffer.from(
          bytes
            .subarray(0, head)
            .toString('latin1')
            .replace(/"n":\d+/, '"n":1073741824'),
          'latin1',
        ),
        bytes.subarray(head),
      ]),
    ],
    ['a head that is no JSON', Buffer.concat([Buffer.from('heed-sealed 1\n{\n'), bytes.subarray(head)])],
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5_000 }, (_, nth) => (nth * 131) & 255))],
  ]
  return share < 1 ? all.slice(0, 1) : all
}

/** The key of the target's backups, in a file of its own. */
export async function keyFile(target: Target, folder: string = target.folder): Promise<string> {
  const path = join(folder, 'attack-key')
  if (!existsSync(path))
    writeFileSync(path, (await heed(target.folder, ['backup', 'key'])).out.split('\n')[0]!, { mode: 0o600 })
  return path
}
