/** Looking around in the sample: Voices, People and Outcomes on real pages, then out again with one click. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, visit, type Visit } from '#test/browser'
import { eventually } from '#test/eventually'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let heed: Running
let browser: Browser
let guest: Visit
let base = ''

before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
  guest = await visit(browser, heed.url)
  await guest.page.goto('/')
  await guest.page.getByRole('button', { name: 'Look around in a sample bakery' }).click()
  await guest.page.waitForURL(/\/today/, { timeout: 120_000 })
  base = new URL(guest.page.url()).pathname.replace(/today.*/, '')
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

test('the sample says that it is one, and has letters waiting', async () => {
  await guest.page.getByText('This is a sample business').waitFor()
  await guest.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  await guest.page.getByText('Reads as', { exact: false }).first().waitFor()
  await guest.picture('sample-today')
})

test('voices are searched, filtered, kept as a view and given back as a table', async () => {
  const { page } = guest
  await page.goto(`${base}voices`)
  await page.getByLabel('Search what was said').fill('pause')
  await page.waitForURL(/q=pause/)
  await page.getByLabel('Feeling', { exact: true }).selectOption('anger')
  await page.waitForURL(/anger/)
  await guest.checkAccess('voices, filtered')
  await guest.picture('sample-voices')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByText('Save this view…').click()
  await page.getByLabel('Name', { exact: true }).fill('Pause troubles')
  await page.getByRole('button', { name: 'Save view' }).click()
  await page.getByText('Saved as “Pause troubles”').waitFor()
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('Table (CSV), for a spreadsheet').click(),
  ])
  const text = readFileSync((await download.path())!, 'utf8')
  assert.match(text, /pause/i)
})

test('a person is found by name, with one line of everything', async () => {
  const { page } = guest
  await page.goto(`${base}people`)
  await page.getByLabel('Name, address, number or id').fill('Jonas W')
  await page
    .getByRole('link', { name: /Jonas Weil/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Jonas Weil', level: 1 }).waitFor()
  await page.getByText('Ordered', { exact: false }).first().waitFor()
  await guest.checkAccess('person')
  await guest.picture('sample-person')
})

test('outcomes show every figure with its range and its number of answers', async () => {
  const { page } = guest
  await page.goto(`${base}outcomes`)
  await page.getByText('Net Promoter Score®').first().waitFor()
  await page.getByText('probably between', { exact: false }).first().waitFor()
  await page.getByText('12 months').click()
  await page
    .getByText(/\d+ answers/)
    .first()
    .waitFor()
  await guest.checkAccess('outcomes')
  await guest.picture('sample-outcomes')
})

test('an own workspace is opened from the sample, and nothing of the sample stays', async () => {
  const { page } = guest
  await page.getByRole('link', { name: 'Use your own' }).click()
  await page.getByLabel('Your business').fill('Linden & Rye')
  await page.getByLabel('Your name').fill('Maren Lind')
  await page.getByLabel('Your e-mail address').fill('maren@lindenrye.example')
  await page.getByLabel('A password').fill('bread and butter')
  await page.getByRole('button', { name: 'Open your workspace' }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/today') && !url.pathname.startsWith(base))
  await page.getByText('Nobody is waiting for you').waitFor()
  await eventually(() => page.getByText('This is a sample business').count(), 0)
  await guest.checkAccess('today, empty')
  await guest.picture('today-empty')
  assert.deepEqual(guest.complaints, [])
})
