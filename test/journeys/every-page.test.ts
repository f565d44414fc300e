/** Every page of the sample business: fit for everybody, without a complaint, on a desk, on a phone at night, and narrow. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, visit } from '#test/browser'
import { eventually } from '#test/eventually'
import { everyPage } from '#test/pages'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
const NARROW = 320
let heed: Running
let browser: Browser
let cookies: { name: string; value: string; url: string }[]
let pages: string[]

before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
  const guest = await visit(browser, heed.url)
  const { request } = guest.page
  const entered = await request.post('/api/v1/sample/visit', { data: {}, timeout: 120_000 })
  const { workspaceId } = (await entered.json()) as { workspaceId: string }
  cookies = (await guest.context.cookies()).map(({ name, value }) => ({ name, value, url: heed.url }))
  const read = async (path: string) => (await request.get(`/api/v1${path}?workspace=${workspaceId}`)).json()
  pages = await everyPage(workspaceId, read)
  await guest.context.close()
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

/** There when its title is, and nothing is still on its way. */
async function come(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('.wait') === null)
}

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)

for (const [where, options] of [
  ['on a desk', { size: 'desktop' }],
  ['on a phone at night', { size: 'phone', dark: true }],
] as const) {
  test(`every page ${where} can be used by everybody and complains of nothing`, async () => {
    const guest = await visit(browser, heed.url, options)
    await guest.context.addCookies(cookies)
    const wrong: string[] = []
    for (const address of pages) {
      await come(guest.page, address)
      await guest.checkAccess(`${address} ${where}`).catch((error: Error) => wrong.push(error.message))
      if (options.size === 'phone') {
        await guest.page.setViewportSize({ width: NARROW, height: 700 })
        // Charts measure themselves anew a frame after the screen changed: what counts is where the page comes to rest.
        await eventually(
          () => widthOf(guest.page),
          (width) => assert.ok(width <= NARROW, `${address} is ${width} pixels wide on a screen of ${NARROW}`),
        ).catch((error: Error) => wrong.push(error.message))
        await guest.page.setViewportSize({ width: 390, height: 844 })
      }
      wrong.push(...guest.complaints.splice(0).map((complaint) => `${address}: ${complaint}`))
    }
    assert.deepEqual(wrong, [])
  })
}
