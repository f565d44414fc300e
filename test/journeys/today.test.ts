/** Today: a letter is taken, answered and resolved; the person says "no", and it is back on top. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, visit, type Visit } from '#test/browser'
import { eventually } from '#test/eventually'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let heed: Running
let browser: Browser
let maren: Visit
let workspaceId: string
before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
  maren = await visit(browser, heed.url)
  const person = { name: 'Maren Lind', email: 'maren@lindenrye.example', password: 'bread and butter' }
  const opened = await maren.page.request.post('/api/v1/first-run', { data: { ...person, workspace: 'Linden & Rye' } })
  workspaceId = (await opened.json()).workspaceId
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()
const ada = { name: 'Ada Brandt', email: 'ada@brandt.example' }
const said = [
  {
    text: 'Third time I write. The bread was stale again and nobody answers. I am very disappointed.',
    saidAt: hoursAgo(50),
    source: 'e-mail',
    person: ada,
    score: { kind: 'nps', value: 2 },
  },
  {
    text: 'Terrible service, we waited an hour. Never again.',
    saidAt: hoursAgo(3),
    source: 'google',
    score: { kind: 'star', value: 1 },
  },
  { text: 'Wonderful bread, thank you.', saidAt: hoursAgo(1), source: 'google', score: { kind: 'star', value: 5 } },
]

test('an empty Today says that nobody waits and shows what a letter will look like', async () => {
  await maren.page.goto(`/w/${workspaceId}/today`)
  await maren.page.getByRole('heading', { name: 'Nobody is waiting for you' }).waitFor()
  await maren.checkAccess('today, empty')
  await maren.picture('today-empty')
})

test('by keyboard alone a letter is taken, noted, resolved, and each step can be undone', async () => {
  const { page } = maren
  await page.request.post(`/api/v1/voices?workspace=${workspaceId}`, {
    data: { voices: said },
    headers: { origin: heed.url },
  })
  const waiting = async () =>
    (await (await page.request.get(`/api/v1/today/counts?workspace=${workspaceId}`)).json()).now
  await eventually(waiting, 2)
  await page.reload()
  await page.getByText('2 people are waiting.').waitFor()
  await page.locator('h2', { hasText: 'Ada Brandt' }).waitFor()
  await maren.checkAccess('today, two letters')
  await maren.picture('today')

  await page.keyboard.press('j')
  await page.locator('h2', { hasText: 'Somebody' }).waitFor()
  await page.keyboard.press('k')
  await page.locator('h2', { hasText: 'Ada Brandt' }).waitFor()

  await page.keyboard.press('t')
  await page.getByRole('heading', { name: /^Taken by you/ }).waitFor()
  await page.keyboard.press('u')
  await page.getByRole('heading', { name: /^Taken by you/ }).waitFor({ state: 'detached' })

  await page.keyboard.press('n')
  await page.keyboard.type('Called her; she would like a fresh loaf.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('listitem').filter({ hasText: 'Called her' }).waitFor()
  await page.getByRole('heading', { name: 'Notes for the team' }).click()

  await page.keyboard.press('e')
  await page.getByRole('dialog').waitFor()
  await maren.checkAccess('resolve sheet')
  await page.keyboard.type('Stale bread')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Sent a fresh loaf by bike and said sorry once.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Maren Lind resolved this').waitFor()
  await maren.checkAccess('resolved letter')
  await maren.picture('today-resolved')
})

test('the person says no on a page that needs no script, and the letter is back before all that only wait', async () => {
  const { page } = maren
  await page.getByRole('button', { name: 'Ask whether they felt heard' }).click()
  const message = await page.getByText('One click is enough').innerText()
  const link = new URL(/http\S+\/h\/\S+/.exec(message)![0])
  const customer = await visit(browser, heed.url, { size: 'phone', script: false })
  await customer.page.goto(link.pathname)
  await customer.picture('felt-heard')
  await customer.page.getByRole('button', { name: 'No, not really' }).click()
  await customer.page.getByLabel('Would you like to say what was missing?').fill('Nobody told me why it happens.')
  await customer.page.getByRole('button', { name: 'Send' }).click()
  await customer.page.getByText('Your words are with Linden & Rye').waitFor()
  assert.deepEqual(customer.complaints, [])

  await page.goto(`/w/${workspaceId}/today`)
  await page.getByText('Nobody told me why it happens.').first().waitFor()
  await page.getByText('Did not feel heard').first().waitFor()
  await maren.picture('today-came-back')
  assert.deepEqual(maren.complaints, [])
})

test('on a phone the letters come one at a time, with what one can do where the thumb is', async () => {
  const phone = await visit(browser, heed.url, { size: 'phone', dark: true })
  await phone.context.addCookies(await maren.context.cookies())
  await phone.page.goto(`/w/${workspaceId}/today`)
  await phone.page.getByRole('link', { name: /Ada Brandt/ }).click()
  await phone.page.getByRole('button', { name: 'Take it' }).waitFor()
  await phone.checkAccess('letter on a phone')
  await phone.picture('today-phone-dark')
  await phone.page.getByRole('link', { name: 'All letters' }).click()
  await phone.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  assert.deepEqual(phone.complaints, [])
})
