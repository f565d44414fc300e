/** `heed person`: a copy of everything about somebody, and erasing them, for whoever has the machine. */
import { once } from 'node:events'
import { constants } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { plainText, Refusal, type App, type Config, type WholePerson } from '#platform'
import {
  chooseWorkspace,
  closeIt,
  erasePerson,
  exportPerson,
  finishErasure,
  openForPerson,
  record,
  seePersonRights,
  type Who,
} from '#trust'
import { personsCalled } from './find-persons.ts'

type Opened = { app: App; close: () => Promise<void> }
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

const HELP = `Usage: heed person export WHO --out FILE.zip [--note TEXT] [--workspace NAME]
       heed person erase WHO [--yes] [--without-orders] [--note TEXT] [--workspace NAME]

Does for one person what the law gives them a right to, as the page of the person does. WHO is an e-mail address, a phone
number, the id another program knows them by, or the id in the address of their page.

  heed person export ada@brandt.example --out ada.zip     everything kept about her, to read and for programs
  heed person erase +4915112345678                        shows who that is, and asks for the name before it erases
  heed person erase shop:4711 --yes                       for scripts: does not ask

  --out             where the copy goes; a file that is there already is never overwritten
  --note            how you know that it is really them, or why; it stands in the register of requests
  --yes             erase without asking
  --without-orders  erase their orders too; else day and total stay for the books, without them
  --workspace       name or id; not needed where there is only one

The copy holds all of it, emergencies too: it is for the person, and for nobody else. Erasing cannot be undone; an older
backup does not bring them back. Both stand in the register of requests and in the audit log.

Ends with 0 when it is done, 64 when it was mistyped, 65 when it must not be done (the person has not confirmed yet, the
file is there, two people are meant, the answer was no), 66 when nobody is found, and 75 when the erasure has begun and
Heed finishes it after an import that is under way.`

/** What register and log call whoever sits at the machine. */
const COMMAND_LINE = 'the command line'
const WAITS = 75
const MISTYPED = 64

/** `open` comes from the place that puts the parts together. */
export const personCommand = (opening: (config: Config) => Promise<Opened>) => ({
  name: 'person',
  summary: 'Give one person their copy of everything, or erase them',
  help: HELP,
  options: {
    out: { type: 'string' },
    note: { type: 'string' },
    yes: { type: 'boolean', short: 'y', default: false },
    'without-orders': { type: 'boolean', default: false },
    workspace: { type: 'string' },
  } as const,
  run: async (config: Config, values: Values, [what, called, ...more]: string[]): Promise<number> => {
    const note = text(values.note)
    const wrong = mistyped(what, called, more, values)
    if (wrong) {
      process.stderr.write(`heed person: ${wrong}\nTry: heed person --help\n`)
      return MISTYPED
    }
    const heed = await opening(config)
    try {
      const who = await chooseWorkspace(heed.app, text(values.workspace), COMMAND_LINE)
      const person = await theOne(heed.app, who, called!)
      return what === 'export'
        ? await giveCopy(heed.app, who, person, { out: resolve(text(values.out)!), note })
        : await erase(heed.app, who, person, {
            keepOrders: values['without-orders'] !== true,
            ask: values.yes !== true,
            note,
          })
    } finally {
      await heed.close()
    }
  },
})

const text = (value: Values[string]): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
const say = (line: string) => process.stdout.write(`${line}\n`)
const count = (n: number) => n.toLocaleString('en-GB')

function mistyped(what: string | undefined, called: string | undefined, more: string[], values: Values): string | null {
  if (what !== 'export' && what !== 'erase') return 'Say what to do: heed person export, or heed person erase.'
  if (!called?.trim()) return 'Say who: an e-mail address, a phone number or an id.'
  if (more.length > 0) return `One person at a time, please; “${more[0]}” is one too many.`
  if (what === 'export' && !text(values.out)) return 'Say where the copy goes: --out FILE.zip'
  if (what === 'erase' && values.out !== undefined) return '--out is for heed person export.'
  return null
}

async function theOne(app: App, who: Who, called: string): Promise<WholePerson> {
  const meant = await app.db.inWholeWorkspace(who.workspaceId, (tx) => personsCalled(tx, who.workspaceId, called))
  if (meant.length > 1)
    throw new Refusal(
      'person_ambiguous',
      `${called} is known of more than one person; say which by the id:\n${meant.map((one) => `  ${one.id}  ${nameOf(one)}`).join('\n')}`,
    )
  if (!meant[0]) throw new Refusal('person_not_found', `Nobody here is known by ${called}.`)
  return meant[0]
}

const nameOf = (person: WholePerson): string => plainText(person.name || person.id)

/** A wish the person has yet to confirm waits for them, unless somebody says how they know. */
async function openRequestOf(app: App, who: Who, person: WholePerson, kind: 'export' | 'erasure', note?: string) {
  const { requests } = await seePersonRights(app, who, person.id)
  const asked = requests.find((one) => one.kind === kind && one.state === 'open')
  if (asked && !asked.provedBy && !note)
    throw new Refusal(
      'request_not_proved',
      `${nameOf(person)} has not confirmed yet that it is really them. Wait, or say with --note how you know.`,
    )
  return asked
}

async function giveCopy(
  app: App,
  who: Who,
  person: WholePerson,
  { out, note }: { out: string; note: string | undefined },
): Promise<number> {
  const asked = await openRequestOf(app, who, person, 'export', note)
  const file = await newFile(out)
  let rows = 0
  try {
    const wish = { personId: person.id, kind: 'export', via: 'team', proof: 'word' } as const
    const id = asked?.provedBy
      ? asked.id
      : (await openForPerson(app, who, { ...wish, note: note ?? 'Taken out at the command line' })).id
    const copy = await exportPerson(app, who.workspaceId, person.id)
    rows = copy.rows
    for await (const chunk of copy.body) await file.write(chunk)
    await file.sync()
    await closeIt(app, who, id, { state: 'done', reason: 'The copy was written to a file.' })
    await noteDeed(app, who, 'person.exported', person.id, { rows })
  } catch (error) {
    await file.close()
    await rm(out, { force: true })
    throw error
  }
  await file.close()
  say(
    `${count(rows)} rows about ${nameOf(person)} written to ${out}\nIt is for them alone. Delete it here once they have it.`,
  )
  return 0
}

async function newFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new Refusal('file_exists', `${path} is there already. Name another file, or move that one away.`)
    throw new Refusal('invalid_input', `${path} cannot be written: ${message}.`)
  }
}

async function erase(
  app: App,
  who: Who,
  person: WholePerson,
  options: { keepOrders: boolean; ask: boolean; note: string | undefined },
): Promise<number> {
  const { keepOrders, note } = options
  const asked = await openRequestOf(app, who, person, 'erasure', note)
  const confirmed = options.ask ? await askedName(person, keepOrders) : person.name
  if (asked && !asked.provedBy && note)
    await openForPerson(app, who, { personId: person.id, kind: 'erasure', via: 'team', proof: 'word', note })
  const { erasureId } = await erasePerson(app, who, person.id, {
    confirmed,
    keepOrders,
    note: note ?? 'Decided at the command line',
  })
  await noteDeed(app, who, 'person.erased', person.id, { keepOrders })
  try {
    const counts = await finishErasure(app, who.workspaceId, erasureId)
    const rows = Object.values(counts).reduce((sum, one) => sum + one, 0)
    // A Heed that is open beside this may have done the rest, and then it has the count.
    say(rows > 0 ? `Erased: ${count(rows)} rows are gone.` : 'Erased.')
    return 0
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'erasure_waits') throw error
    say('The erasure has begun. An import is under way; Heed finishes it by itself when that has ended.')
    return WAITS
  }
}

async function askedName(person: WholePerson, keepOrders: boolean): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Refusal('not_confirmed', 'Nobody is here to answer; add --yes to erase without being asked.')
  say(`${nameOf(person)}\n${person.identities.map((one) => `  ${plainText(one)}`).join('\n')}`)
  say(
    `Everything they said, and all that is known of them, goes for good. ${keepOrders ? 'Day and total of their orders stay, without them.' : 'Their orders go too.'}`,
  )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const gone = once(terminal, 'close').then(() => '')
  // Whoever never gave a name is told by the id.
  const word = person.name || person.id
  // Ctrl-D and Ctrl-C say no, too.
  const typed = terminal.question(`Type ${plainText(word)} to erase them: `).catch(() => '')
  const answer = await Promise.race([typed, gone])
  terminal.close()
  if (!answer.trim() || (!person.name && answer.trim() !== word))
    throw new Refusal('not_confirmed', 'Nothing was erased.')
  return person.name && answer
}

const noteDeed = (app: App, who: Who, deed: string, id: string, particulars: Record<string, number | boolean>) =>
  app.db.inWorkspace(who.workspaceId, (tx) => record(app, tx, who, { deed, about: { id }, particulars }, 'command'))
