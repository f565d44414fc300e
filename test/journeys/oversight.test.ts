/** An owner looks behind the machines: why a letter is here, what runs by itself, and whether it is fair. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Today } from '#act/contract'
import { openBrowser, visit, type Visit } from '#test/browser'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let heed: Running
let browser: Browser
let cookies: { name: string; value: string; url: string }[]
let home: string

before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
  const guest = await visit(browser, heed.url)
  const entered = await guest.page.request.post('/api/v1/sample/visit', { data: {}, timeout: 120_000 })
  home = `/w/${((await entered.json()) as { workspaceId: string }).workspaceId}`
  cookies = (await guest.context.cookies()).map(({ name, value }) => ({ name, value, url: heed.url }))
  await guest.context.close()
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

const come = async (options: Parameters<typeof visit>[2] = {}): Promise<Visit> => {
  const guest = await visit(browser, heed.url, options)
  await guest.context.addCookies(cookies)
  return guest
}

for (const options of [{ size: 'desktop' }, { size: 'phone', dark: true }] as const)
  test(`why a letter is on Today, on a ${options.size}`, async () => {
    const { page, checkAccess, complaints, picture } = await come(options)
    await page.goto(`${home}/today`)
    await page.locator('main a[href*="letter="], main a[href*="/today"]').first().waitFor()
    await page
      .locator('main li a')
      .filter({ hasNotText: /danger|emergency/i })
      .first()
      .click()
    const why = page.getByRole('button', { name: 'Why is this here?' })
    const panel = page.getByRole('dialog')
    // A letter that has just opened takes the keyboard to its title, maybe at the very moment somebody presses.
    for (let tries = 0; tries < 10 && (await panel.count()) === 0; tries += 1) {
      await why.press('Enter')
      await panel.waitFor({ timeout: 3_000 }).catch(() => undefined)
    }
    await panel.getByText('How its place comes about').waitFor()
    await panel.getByText('it comes out the same').waitFor()
    await checkAccess('why is this here')
    await picture(`why-today-${options.size}`)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    assert.ok(await why.evaluate((button) => button === document.activeElement), 'the keyboard is back where it was')
    assert.deepEqual(complaints, [])
  })

for (const options of [{ size: 'desktop' }, { size: 'phone', dark: true }] as const)
  test(`a switch says what off means, keeps the reason, and can be undone, on a ${options.size}`, async () => {
    const { page, checkAccess, complaints, picture } = await come(options)
    await page.goto(`${home}/trust/automations`)
    const reading = page.getByRole('switch', { name: 'Reading what people wrote' })
    await reading.waitFor()
    await page.getByText('More about it').first().click()
    await picture(`automations-${options.size}`)
    await reading.click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Of danger only the plain words of a fixed list are noticed').waitFor()
    await sheet.getByRole('textbox').fill('We read them ourselves')
    await checkAccess('the sheet of a switch')
    await picture(`automations-sheet-${options.size}`)
    await sheet.getByRole('button', { name: 'Turn it off' }).click()
    await page.getByText('“We read them ourselves”').first().waitFor()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=switch]')?.checked === false)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=switch]')?.checked === true)
    assert.deepEqual(complaints, [])
  })

test('off Today with a reason, and back by undo', async () => {
  const { page, complaints, picture } = await come()
  await page.goto(`${home}/today`)
  // One that nobody holds: what a colleague has taken is theirs to judge.
  const waiting = page.locator('main nav section').first().locator('li a')
  const letter = waiting.filter({ hasNotText: /danger|emergency|did not feel heard|· with/i }).first()
  await letter.waitFor()
  // It comes back as a case of its own, weighed anew: only what the person said stays the same.
  const id = await letter.getAttribute('data-letter')
  const today = await (await page.request.get(`/api/v1/today?limit=100&workspace=${home.split('/')[2]}`)).json()
  const words = (today as Today).now.find((one) => one.id === id)!.excerpt.slice(0, 60)
  const row = waiting.filter({ hasText: words })
  await letter.click()
  await page.getByRole('button', { name: 'It does not belong here' }).click()
  await picture('off-today')
  await page.getByRole('button', { name: 'Take it off Today' }).click()
  await page.getByText('It is off Today.').waitFor()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.waitFor()
  assert.deepEqual(complaints, [])
})

for (const options of [{ size: 'desktop' }, { size: 'phone', dark: true }] as const)
  test(`the reader is checked for fairness, and what was done is written down, on a ${options.size}`, async () => {
    const { page, checkAccess, complaints, picture } = await come(options)
    await page.goto(`${home}/trust/fairness`)
    await page.getByRole('button', { name: /^Check (now|again)$/ }).click()
    await page.getByText('A disability is mentioned, or not').waitFor({ timeout: 120_000 })
    const notes = page.getByRole('textbox', { name: 'What did you do about it' }).first()
    await notes.fill('Maren reads everything that mentions a disability herself.')
    await page.getByRole('button', { name: 'Write it down' }).first().click()
    await page.getByText('Maren reads everything').first().waitFor()
    await page.getByRole('heading', { name: 'Came to Today' }).waitFor()
    await checkAccess('fairness')
    await picture(`fairness-${options.size}`)
    assert.deepEqual(complaints, [])
  })

for (const options of [{ size: 'desktop' }, { size: 'phone', dark: true }] as const)
  test(`how often people disagreed stands on the page of the reader, on a ${options.size}`, async () => {
    const { page, checkAccess, complaints, picture } = await come(options)
    await page.goto(`${home}/trust/reader`)
    await page.getByRole('heading', { name: 'How often people here disagreed' }).waitFor()
    await page.getByRole('radio', { name: 'Language' }).first().check({ force: true })
    await page.getByRole('rowheader', { name: 'English' }).first().waitFor()
    await checkAccess('the reader')
    await picture(`reader-${options.size}`)
    await page.goto(`${home}/voices`)
    await page
      .locator('main li a')
      .filter({ hasNotText: /danger|emergency/i })
      .first()
      .click()
    await page.getByRole('button', { name: 'Why?' }).click()
    await page.getByRole('dialog').getByText('How sure').waitFor()
    await checkAccess('why a voice reads so')
    await picture(`why-voice-${options.size}`)
    assert.deepEqual(complaints, [])
  })
