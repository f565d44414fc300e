/** Consent as people see it: the room of the house, what stands with a person, and the pages without script or sign-in. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, visit, type Visit } from '#test/browser'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let heed: Running
let browser: Browser
let maren: Visit
let workspaceId: string
let personId: string
const api = (path: string) => `/api/v1/${path}${path.includes('?') ? '&' : '?'}workspace=${workspaceId}`

before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
  maren = await visit(browser, heed.url)
  const owner = { name: 'Maren Lind', email: 'maren@lindenrye.example', password: 'bread and butter' }
  const opened = await maren.page.request.post('/api/v1/first-run', { data: { ...owner, workspace: 'Linden & Rye' } })
  workspaceId = (await opened.json()).workspaceId
  const made = await maren.page.request.post(api('persons'), {
    data: { name: 'Ada Brandt', identities: [{ kind: 'email', value: 'ada@brandt.example' }] },
  })
  personId = (await made.json()).id
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

const ownPage = async (): Promise<string> =>
  new URL((await (await maren.page.request.post(api(`persons/${personId}/preference-link`))).json()).link).pathname

test('a yes at the counter is written down with the words that were read out, and taken back with one press', async () => {
  const { page } = maren
  await page.goto(`/w/${workspaceId}/people/${personId}`)
  await page.getByRole('button', { name: 'Write down a yes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Write down a yes' })
  await dialog.getByText('I would like to receive news and offers.').waitFor()
  await dialog.getByLabel('Where and how').fill('At the counter')
  await maren.picture('consent-dialog')
  await maren.checkAccess('the dialog of a yes')
  await dialog.getByRole('button', { name: 'They said yes' }).click()
  await page.getByText('By e-mail, once they press the button in our mail').waitFor()
  await page.getByText('Everything written down').click()
  await page.getByText('told Maren Lind').waitFor()
  await maren.checkAccess('the consent of a person')
  await maren.picture('consent-person')
  await page.getByRole('button', { name: 'Take back “News and offers”' }).click()
  await page.getByText('No, not by e-mail').waitFor()
  assert.deepEqual(maren.complaints, [])
})

test('the room shows what people are written to for, takes new words as a new version, and says why something did not go out', async () => {
  const { page } = maren
  await page.request.post(api(`persons/${personId}/contact`), { data: { purpose: 'news', channel: 'email' } })
  await page.request.post(api(`persons/${personId}/contact`), { data: { purpose: 'answers', channel: 'email' } })
  await page.goto(`/w/${workspaceId}/trust/consent`)
  await page.getByText('Ada Brandt does not want “News and offers” by e-mail.').waitFor()
  await maren.checkAccess('the room of consent')
  await maren.picture('consent-room')
  await page.getByRole('button', { name: /^News and offers/ }).click()
  const panel = page.getByRole('dialog', { name: 'News and offers' })
  await panel.getByLabel('What they agree to').fill('Tell me what is fresh from the oven, at most once a week.')
  await panel.getByRole('button', { name: 'Save as a new version' }).click()
  await page.getByText('This is version 2 now.').waitFor()
  await maren.checkAccess('the panel of a purpose')
  await maren.picture('consent-panel')
  assert.deepEqual(maren.complaints, [])
})

test('without script, on a phone, in five languages, a person decides on their own page', async () => {
  const address = await ownPage()
  for (const [language, direction, dark] of [
    ['en', 'ltr', false],
    ['de', 'ltr', true],
    ['fr', 'ltr', false],
    ['es', 'ltr', true],
    ['ar', 'rtl', false],
  ] as const) {
    const one = await visit(browser, heed.url, { size: 'phone', dark, script: false })
    await one.page.goto(address)
    await one.page.locator('#language').selectOption(language)
    await one.page.locator('button[value=save]').click()
    await one.page.getByRole('status').waitFor()
    assert.equal(await one.page.locator('html').getAttribute('lang'), language)
    assert.equal(await one.page.locator('html').getAttribute('dir'), direction)
    await one.picture(`preferences-${language}`)
    await one.page.setViewportSize({ width: 320, height: 700 })
    const wide = await one.page.locator('main').evaluate((main) => main.scrollWidth > main.clientWidth)
    assert.equal(wide, false, `${language} does not fit 320 pixels`)
    await one.context.close()
  }
  for (const dark of [false, true]) {
    const seen = await visit(browser, heed.url, { size: dark ? 'phone' : 'desktop', dark })
    for (const [name, path] of [
      ['preferences', address],
      ['link', `/p/for/${workspaceId}`],
      ['over', '/p/nothing'],
    ] as const) {
      await seen.page.goto(path)
      await seen.checkAccess(`${name}${dark ? ' at night' : ''}`)
      await seen.picture(`page-${name}${dark ? '-night' : ''}`)
    }
    assert.deepEqual(seen.complaints, [])
    await seen.context.close()
  }
})

test('by keyboard alone a person stops everything, and is asked once before being erased', async () => {
  const saved = await maren.page.request.post(await ownPage(), {
    form: { deed: 'save', language: 'en', frequency: 'any' },
  })
  assert.equal(saved.status(), 200)
  const one = await visit(browser, heed.url, { script: false })
  await one.page.goto(await ownPage())
  const stop = one.page.getByRole('button', { name: 'Stop everything' })
  await stop.focus()
  await one.page.keyboard.press('Enter')
  await one.page.getByText('Done. We write only to answer you or about an order.').waitFor()
  assert.equal(await one.page.locator('input[type=checkbox]:checked').count(), 0)
  await one.page.getByRole('button', { name: 'Erase me' }).click()
  await one.page.getByText('Do you want us to erase everything about you?').waitFor()
  await one.picture('page-erase')
  await one.page.getByRole('link', { name: 'Back' }).click()
  await one.page.getByText('What you get').waitFor()
  await one.context.close()
})
