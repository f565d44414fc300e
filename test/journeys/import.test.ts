/** A file comes in through the page: looked at, put right, brought in, read, and taken back. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, visit } from '#test/browser'
import { eventually } from '#test/eventually'
import { clearFolder, firstRun, scratchFolder, serveHeed, type Running } from '#test/process'

const REVIEWS = 300
const LONG = 8_000

const folder = scratchFolder()
const files = join(folder, 'files')
let heed: Running
let browser: Browser
let session: string
let workspaceId: string
let api: Awaited<ReturnType<typeof firstRun>>

before(async () => {
  heed = await serveHeed(folder)
  mkdirSync(files)
  writeFileSync(join(files, 'reviews.jsonl'), reviews())
  writeFileSync(join(files, 'counter.csv'), counterNotes())
  writeFileSync(join(files, 'orders.csv'), orders())
  writeFileSync(join(files, 'long.csv'), longList())
  writeFileSync(join(files, 'empty.csv'), '')
  writeFileSync(join(files, 'picture.csv'), Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex'))
  api = await firstRun(heed.url)
  ;({ cookie: session, workspaceId } = api)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

/** Reviews of a café as a delivery service would hand them out: nested nothing, named plainly, one a line. */
function reviews(): string {
  const said = [
    'The rye was still warm and the queue moved quickly. We will be back on Saturday.',
    'Waited forty minutes for two coffees and nobody said a word about it.',
    'Ordered the bread box, got half of it, and the courier had left before I could ask.',
    'Lovely people behind the counter. They remembered that my son cannot have nuts.',
    'It is fine. A bit louder than it used to be.',
    'Charged twice for the same delivery and no answer for nine days. I am furious.',
  ]
  const names = ['Ada Brandt', 'Jonas Weil', 'Priya Nair', 'Leila Haddad', 'Henrik Sand', 'Rosa Marín']
  const stars = [5, 2, 2, 5, 3, 1]
  const first = Date.UTC(2026, 4, 1, 9)
  return Array.from({ length: REVIEWS }, (_, nth) => {
    const kind = nth % said.length
    return JSON.stringify({
      review_id: `lr-${nth}`,
      reviewer_name: names[(nth * 5) % names.length],
      rating: stars[kind],
      review_text: `${said[kind]} (Visit ${nth + 1})`,
      review_date: new Date(first + nth * 7 * 3_600_000).toISOString(),
      branch: nth % 3 === 0 ? 'Harbour' : 'Market',
    })
  }).join('\n')
}

/** Kept by hand: days written two ways, two of them no days at all, one row empty of words. */
function counterNotes(): string {
  return [
    'Day;Who;Remark;Stars',
    '03/04/2026;Ada Brandt;The rye was sold out again by nine in the morning.;2',
    '04/04/2026;Jonas Weil;Thank you for keeping my loaf aside.;5',
    'some Tuesday;Priya Nair;The new coffee is too bitter for me.;3',
    '05/04/2026;Leila Haddad;;',
    'soon;Henrik Sand;When do you open on holidays?;4',
    '06/04/2026;Rosa Marín;I waited a quarter of an hour and then left.;17',
  ].join('\n')
}

/** Long enough to be seen coming in. */
function longList(): string {
  const rows = Array.from(
    { length: LONG },
    (_, nth) => `${nth},2026-03-0${(nth % 9) + 1},The queue was long on visit ${nth}.`,
  )
  return ['id,date,comment', ...rows].join('\n')
}

function orders(): string {
  return [
    'Order,Ordered at,Total,Currency,Item,E-mail',
    '#2041,2026-05-02,18.50,EUR,Rye loaf,ada@weil.example',
    '#2042,2026-05-03,7.20,EUR,Cardamom bun,jonas@weil.example',
  ].join('\n')
}

const cookies = () =>
  session.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: heed.url }
  })

async function come(options: Parameters<typeof visit>[2] = {}) {
  const guest = await visit(browser, heed.url, options)
  await guest.context.addCookies(cookies())
  return guest
}

const place = () => `/w/${workspaceId}/import`

async function bringFile(page: Page, name: string): Promise<void> {
  await page.goto(place())
  await page.getByLabel('A file to bring in').setInputFiles(join(files, name))
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** News of the import comes late: while one looks at the page, even a fast machine is still bringing the file in. */
async function hearOnlyOfTheBeginning(page: Page): Promise<void> {
  let begun: object | null = null
  await page.route(/\/imports\/[^/?]+\/run\b/, async (route) => {
    const answer = await route.fetch()
    begun = (await answer.json()) as object
    await route.fulfill({ response: answer, json: begun })
  })
  await page.route(/\/imports\/[^/?]+\?/, (route) => (begun ? route.fulfill({ json: begun }) : route.continue()))
}

const voicesHere = async (): Promise<number> => {
  const { data } = (await (await api.get('/voices?limit=100')).json()) as { data: unknown[] }
  return data.length
}

test('a file of reviews is looked at, brought in, read, and shown to be there', async () => {
  const maren = await come()
  const { page } = maren
  await page.goto(`/w/${workspaceId}/today`)
  await page.getByRole('link', { name: 'Bring in what was said' }).click()
  await page.getByRole('heading', { name: 'Brought in before' }).waitFor()
  await page.getByText('Nothing has been brought in yet').waitFor()
  await maren.checkAccess('before the first file')
  await maren.picture('import-start')

  await bringFile(page, 'reviews.jsonl')
  await page.getByText('This looks like a table of what people said.').waitFor()
  const first = page.getByRole('region', { name: 'The first rows, as they will look' })
  await first.getByText('The rye was still warm').first().waitFor()
  await first.getByText('Ada Brandt').first().waitFor()
  await first.getByText('1 May 2026').first().waitFor()
  await first.getByTitle('5 stars of 5').first().waitFor()
  await eventually(() => page.getByLabel('What was said').inputValue(), 'review_text')
  await maren.checkAccess('preview')
  await maren.picture('import-preview')
  assert.equal(await voicesHere(), 0, 'nothing comes in before somebody says so')

  await page.getByRole('button', { name: 'Try without storing' }).click()
  await page.getByText('Tried: all 300 rows can be kept.').first().waitFor()
  assert.equal(await voicesHere(), 0, 'trying stores nothing')
  await maren.picture('import-tried')

  await page.getByRole('button', { name: 'Bring in 300 voices' }).click()
  await page.getByRole('heading', { name: '300 voices came in' }).waitFor()
  await page.getByText('Heed has read them all.').first().waitFor({ timeout: 180_000 })
  await maren.checkAccess('summary')
  await maren.picture('import-summary')

  await page.reload()
  await page.getByRole('heading', { name: '300 voices came in' }).waitFor()
  await page.getByRole('link', { name: 'Read the voices' }).click()
  await page.waitForURL(/importId=/)
  await page.getByText('I am furious').first().waitFor()
  assert.deepEqual(maren.complaints, [])
})

test('what comes in is followed by its progress, also after the page was closed', async () => {
  const maren = await come()
  await bringFile(maren.page, 'long.csv')
  await hearOnlyOfTheBeginning(maren.page)
  await maren.page.getByRole('button', { name: 'Bring in the voices' }).click()
  await maren.page.getByRole('progressbar').waitFor()
  await maren.page.getByText('You can close this page.').waitFor()
  await maren.checkAccess('coming in')
  const address = maren.page.url()
  await maren.page.close()
  const later = await maren.context.newPage()
  await later.goto(address)
  await later.getByRole('heading', { name: '8,000 voices came in' }).waitFor({ timeout: 180_000 })
  await later.getByRole('button', { name: 'Take it back' }).click()
  await later.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await later.getByText('The 8,000 voices of this file are gone again.').waitFor({ timeout: 180_000 })
  assert.deepEqual(maren.complaints, [])
})

test('the same file again adds nothing', async () => {
  const maren = await come()
  await bringFile(maren.page, 'reviews.jsonl')
  await maren.page.getByRole('button', { name: 'Bring in the voices' }).click()
  await maren.page.getByRole('heading', { name: 'Nothing new came in' }).waitFor()
  await maren.page.getByText('Everything in this file was here already').waitFor()
  assert.deepEqual(maren.complaints, [])
})

test('a column is put right, rows left out are told with their reason and given back, and the file is taken back', async () => {
  const maren = await come({ size: 'phone', dark: true })
  const { page } = maren
  await bringFile(page, 'counter.csv')
  await maren.checkAccess('preview on a phone at night')
  await maren.picture('import-preview-phone-dark')

  const first = page.getByRole('region', { name: 'The first rows, as they will look' })
  await page.getByText('No column says when it was said.').waitFor()
  await page.getByLabel('When it was said').selectOption('Day')
  await first.getByText('3 Apr 2026').waitFor()
  await page.getByText('Month first: 4 March').click()
  await first.getByText('4 Mar 2026').waitFor()
  await page.getByText('Day first: 3 April').click()
  await first.getByText('3 Apr 2026').waitFor()

  await first.getByText('Somebody').first().waitFor()
  await page.getByLabel('Who said it').selectOption('Who')
  await first.getByText('Ada Brandt').waitFor()
  await first.getByText('“some Tuesday” is not a date Heed can read').waitFor()

  await page.getByLabel('What was said').selectOption('')
  await page.getByLabel('Score', { exact: true }).selectOption('')
  await page.getByText('Choose the column that holds what people said').waitFor()
  await eventually(() => page.getByRole('button', { name: 'Bring in the voices' }).isDisabled(), true)
  await page.getByLabel('What was said').selectOption('Remark')
  await page.getByLabel('Score', { exact: true }).selectOption('Stars')
  await page.getByLabel('The score runs').selectOption('star 1 5')
  await first.getByTitle('2 stars of 5').waitFor()
  await maren.checkAccess('preview put right')

  await page.getByRole('button', { name: 'Bring in the voices' }).click()
  await page.getByRole('heading', { name: '3 voices came in' }).waitFor()
  const kept = page
    .getByRole('region', { name: 'What could not be kept' })
    .or(page.locator('section', { hasText: 'What could not be kept' }))
  await kept.getByText('… is not a date Heed can read.').waitFor()
  await kept.getByText('Such as “some Tuesday”, “soon”').waitFor()
  await kept.getByText('2 rows left out').waitFor()
  await page.getByText('Heed has read them all.').first().waitFor({ timeout: 180_000 })
  await maren.checkAccess('summary on a phone at night')
  await maren.picture('import-summary-phone-dark')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Rows left out, as a table (CSV)' }).click(),
  ])
  const mended = join(files, 'left-out.csv')
  await download.saveAs(mended)
  await bringFile(page, 'left-out.csv')
  await page.getByText('“soon” is not a date Heed can read').first().waitFor()
  await page.getByRole('button', { name: 'Discard this file' }).click()
  await page.getByText('left-out.csv is discarded. Nothing came in.').first().waitFor()

  await page.getByRole('link', { name: /counter\.csv/ }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await maren.checkAccess('asked before taking back')
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('The 3 voices of this file are gone again.').waitFor()
  assert.equal((await (await api.get('/voices?q=bitter')).json()).data.length, 0)
  assert.deepEqual(maren.complaints, [])
})

test('orders are recognised as orders, and a narrow screen holds all of it', async () => {
  const maren = await come()
  await maren.page.setViewportSize({ width: 320, height: 700 })
  await bringFile(maren.page, 'orders.csv')
  await maren.page.getByText('This looks like a list of orders.').waitFor()
  await maren.page.getByText('Order #2041').waitFor()
  await eventually(
    () => maren.page.evaluate(() => document.documentElement.scrollWidth),
    (wide) => assert.ok(wide <= 320, `the page is ${wide} wide`),
  )
  await maren.checkAccess('orders at 320 pixels')
  await maren.picture('import-orders-320')
  await maren.page.getByRole('button', { name: 'Bring in the orders' }).click()
  await maren.page.getByRole('heading', { name: '2 orders came in' }).waitFor()
  await maren.page.goto(place())
  await maren.page.getByRole('link', { name: /orders\.csv/ }).waitFor()
  await maren.picture('import-start-320')
  assert.deepEqual(maren.complaints, [])
})

test('a file Heed cannot read is refused with what to do about it', async () => {
  const maren = await come()
  await maren.page.goto(place())
  await maren.page.getByLabel('A file to bring in').setInputFiles(join(files, 'empty.csv'))
  await maren.page.getByRole('alert').getByText('Export it again').waitFor()
  await maren.page.getByLabel('A file to bring in').setInputFiles(join(files, 'picture.csv'))
  await maren.page.getByRole('alert').getByText('Save it as CSV, Excel (.xlsx) or JSON').waitFor()
  await maren.checkAccess('a file that was refused')
  await maren.picture('import-refused')
  assert.deepEqual(maren.complaints, [])
})
