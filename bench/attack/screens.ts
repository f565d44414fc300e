/**
 * What was injected, seen again: every screen in a real Chromium, every public page, every export and every letter, of a
 * workspace in which everything that takes words holds markup, formulas and templates. Nothing may run or become an element.
 */
import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { openBrowser, visit } from '#test/browser'
import { everyPage } from '#test/pages'
import { COMPUTED, ELEMENT, PAYLOADS, RAN } from './payloads.ts'
import { settle } from './settle.ts'
import { Tally, type Actor, type Result, type Target } from './target.ts'

const SHOWN = PAYLOADS.filter(({ kind }) => kind === 'HTML' || kind === 'template' || kind === 'formula')
/** Cells that a spreadsheet would run. */
const THERE_MS = 30_000
const RUNS = /^[=+\-@\t\r＝＋－＠]/

export async function screens(target: Target): Promise<Result> {
  const tally = new Tally('what was injected, on screens and in exports')
  const house = await target.house(`Linden <b ${ELEMENT}>& Rye`)
  for (const { text } of target.share < 1 ? SHOWN.slice(0, 2) : SHOWN)
    await settle(house, (otherwise) => `${text} ${otherwise}`)
  await fillMore(house)
  const links = await publicPages(house, target)
  await inBrowser(target, house, links, tally)
  await inExports(house, tally)
  for (const letter of target.letters.slice(-200))
    tally.note(
      /<[a-z]+[^>"']*\sdata-injected/i.test(letter.text) && /content-type: text\/html/i.test(letter.text)
        ? `a letter holds an element that was injected: ${letter.text.slice(0, 300)}`
        : null,
    )
  return tally.result()
}

/** What settling in leaves out: notes, causes, wordings, help lines, keys, odd languages and addresses. */
async function fillMore(house: Actor): Promise<void> {
  const markup = SHOWN[0]!.text
  const today = (await house.get('/today')).body
  for (const { id, voiceId } of [...today.now, ...today.mine, ...today.others].slice(0, 4) as {
    id: string
    voiceId: string
  }[]) {
    await house.post(`/cases/${id}/notes`, { text: markup })
    await house.put(`/voices/${voiceId}/correction`, { sentiment: 'mixed', note: markup })
    await house.put(`/cases/${id}/resolution`, { cause: markup.slice(0, 80), done: markup, note: markup })
    await house.post(`/cases/${id}/heard-question`)
  }
  await house.post('/keys', { name: markup.slice(0, 60), scopes: ['read'] })
  await house.post('/consent/purposes', { key: 'offers', title: markup, text: markup, language: 'en' })
  await house.put('/emergencies/help-lines', {
    lines: [{ name: markup, contact: 'javascript:alert(1)', hours: markup, language: 'en' }],
  })
  await house.post('/fairness/notes', { about: markup, found: markup, done: markup, text: markup })
  await house.post('/voices', {
    text: markup,
    title: markup,
    language: 'a b',
    source: '<b>',
    url: 'javascript:alert(1)',
    channel: 'review',
    person: { name: markup, email: 'a"><b>@x.example' },
    attributes: { [markup.slice(0, 30)]: markup, ['__proto__']: 'x' },
  })
  await house.post('/persons', {
    name: markup,
    language: 'x<y',
    company: markup,
    attributes: { website: 'javascript:alert(1)' },
  })
  const survey = (await house.post('/surveys', { name: markup, template: 'nps' })).body
  const { definition } = (await house.get(`/surveys/${survey.id}`)).body
  const texts = (value: any): any =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(texts)
        : Object.fromEntries(
            Object.entries(value).map(([key, inner]) => [key, /^(en|de)$/.test(key) ? markup : texts(inner)]),
          )
  await house.patch(`/surveys/${survey.id}`, {
    definition: {
      ...texts(definition),
      theme: { ...definition.theme, sign: markup.slice(0, 80) },
      welcome: { en: markup },
    },
  })
  await house.put(`/surveys/${survey.id}/status`, { status: 'open' })
}

async function publicPages(house: Actor, target: Target): Promise<string[]> {
  const surveys = (await house.get('/surveys')).body.data as { id: string }[]
  const persons = (await house.get('/persons?limit=5')).body.data as { id: string }[]
  const links: string[] = []
  for (const { id } of persons)
    links.push(String((await house.post(`/persons/${id}/preference-link`)).body?.link ?? ''))
  const mailed = target.letters
    .slice(-60)
    .flatMap(({ text }) => [...text.matchAll(/http:\/\/localhost:\d+\/[urch]\/[\w.~-]{12,}/g)].map(([link]) => link))
  return [
    ...surveys.slice(0, 6).map(({ id }) => `${target.url}/s/${id}`),
    `${target.url}/p/for/${house.workspaceId}`,
    ...links.filter(Boolean),
    ...new Set(mailed.slice(-8)),
  ]
}

async function inBrowser(target: Target, house: Actor, links: string[], tally: Tally): Promise<void> {
  const chromium = process.env.HEED_TEST_CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) {
    tally.note('no Chromium was found, so no screen was looked at: set HEED_TEST_CHROMIUM')
    return
  }
  const browser = await openBrowser()
  try {
    const guest = await visit(browser, target.url)
    await guest.context.addCookies(
      house.cookie.split('; ').map((one) => ({
        name: one.slice(0, one.indexOf('=')),
        value: one.slice(one.indexOf('=') + 1),
        url: target.url,
      })),
    )
    const dialogs: string[] = []
    guest.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const read = async (path: string) => (await house.get(path)).body
    const details = (
      await Promise.all(
        ['voices', 'persons', 'surveys', 'imports'].map(async (list) =>
          ((await read(`/${list}?limit=10`)).data as { id: string }[]).map(
            ({ id }) =>
              `/w/${house.workspaceId}/${({ persons: 'people', imports: 'import' } as Record<string, string>)[list] ?? list}/${id}`,
          ),
        ),
      )
    ).flat()
    const pages = [...(await everyPage(house.workspaceId, read)), `/account`, ...details, ...links]
    for (const address of target.share < 1 ? pages.slice(0, 3) : pages) {
      const opened = await guest.page.goto(address).then(
        () => null,
        (error: Error) => `did not open: ${error.message}`,
      )
      // A page of the app is there when its title is, and nothing that waits for an answer any more.
      const waits =
        opened || address.startsWith('http')
          ? null
          : await guest.page
              .waitForFunction(
                () => document.querySelector('h1') !== null && document.querySelector('.wait') === null,
                null,
                { timeout: THERE_MS },
              )
              .then(
                () => null,
                () => 'did not come to be there',
              )
      const found = await lookAt(guest.page)
      const troubles = [
        opened,
        waits,
        ...found,
        ...dialogs.splice(0).map((said) => `a dialogue said ${said}`),
        ...guest.complaints.splice(0),
      ].filter(Boolean)
      tally.note(
        troubles.length === 0 ? null : `${address}: ${troubles.join('; ').slice(0, 600)}`,
        troubles.join().replaceAll(/[0-9a-f-]{36}/g, '…'),
      )
    }
    const { page } = await visit(browser, target.url)
    const persons = (await house.get('/persons?limit=3')).body.data as { id: string }[]
    for (const { id } of persons) {
      const files = unzipSync(await download(target, house, `/api/v1/persons/${id}/export`))
      // Opened from a disk, with no policy of ours around it.
      await page.setContent(new TextDecoder().decode(files['index.html']))
      const troubles = await lookAt(page)
      tally.note(troubles.length === 0 ? null : `the copy of a person: ${troubles.join('; ')}`)
    }
  } finally {
    await browser.close()
  }
}

/** What an injection would have left in a page. */
async function lookAt(page: Page): Promise<string[]> {
  const { elements, ran, links, words } = await page.evaluate<{
    elements: number
    ran: boolean
    links: string[]
    words: string
  }>(
    `({ elements: document.querySelectorAll('[${ELEMENT}]').length, ran: '${RAN}' in window, words: document.documentElement.outerHTML, links: [...document.querySelectorAll('[href],[src],[action],[formaction]')].flatMap((one) => ['href', 'src', 'action', 'formaction'].map((name) => one.getAttribute(name) ?? '')).filter((value) => /^\\s*(javascript|vbscript|data:text)/i.test(value)) })`,
  )
  return [
    ...(elements > 0 ? [`${elements} injected elements`] : []),
    ...(ran ? ['an injected script ran'] : []),
    ...links.map((link) => `a link to ${link}`),
    ...(words.includes(COMPUTED) ? ['a template was computed'] : []),
    ...(/root:[x*]?:0:/.test(words) ? ['a file of the machine'] : []),
  ]
}

async function download(target: Target, house: Actor, path: string): Promise<Uint8Array> {
  const response = await fetch(target.url + path, {
    headers: { cookie: house.cookie, 'heed-workspace': house.workspaceId },
  })
  return new Uint8Array(await response.arrayBuffer())
}

async function inExports(house: Actor, tally: Tally): Promise<void> {
  const imports = (await house.get('/imports?limit=40')).body.data as { id: string }[]
  const tables = [
    '/voices/export?format=csv',
    '/voices/export?format=csv&personal=hidden',
    '/audit/export?format=csv',
    ...imports.map(({ id }) => `/imports/${id}/issues.csv`),
  ]
  for (const path of tables) {
    const { status, text, headers } = await house.get(path)
    if (status >= 400) continue
    tally.note(
      headers.get('content-type')?.startsWith('text/csv') && /attachment/.test(headers.get('content-disposition') ?? '')
        ? null
        : `${path} may be shown as a page: ${headers.get('content-type')}`,
    )
    for (const row of parse(text, { relax_column_count: true, bom: true }) as string[][])
      for (const cell of row)
        tally.note(
          RUNS.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)
            ? `${path} has a cell that runs: ${cell.slice(0, 60)}`
            : null,
        )
    tally.note(text.includes(COMPUTED) ? `${path} computed a template` : null)
  }
  for (const path of ['/voices/export?format=jsonl', '/audit/export?format=jsonl']) {
    const { text } = await house.get(path)
    for (const line of text.split('\n').filter(Boolean))
      tally.note(isJson(line) ? null : `${path} has a line that is no JSON: ${line.slice(0, 80)}`)
  }
  for (const { id } of (await house.get('/surveys')).body.data as { id: string }[]) {
    const { text, headers } = await house.get(
      `/surveys/${id}/qr.svg?source=${encodeURIComponent(`"><script ${ELEMENT}>`)}`,
    )
    tally.note(
      /<script|onload=|data-injected[ >]/i.test(text) || !/svg/.test(headers.get('content-type') ?? '')
        ? `the code of survey ${id} holds more than a picture`
        : null,
    )
  }
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
