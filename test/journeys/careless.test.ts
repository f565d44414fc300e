/** Hurried fingers: what is clicked twice happens once, a torn address says so, and behind the door nothing can be seen. */
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

test('a person added with a double click is one person', async () => {
  const { page } = maren
  await page.goto(`/w/${workspaceId}/people`)
  await page.getByRole('button', { name: 'Add a person' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').first().fill('Rosa Marín')
  await dialog.locator('button[type=submit]').dblclick()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Rosa Marín').first().waitFor()
  await maren.rest()
  const found = await (await page.request.get(`/api/v1/persons?workspace=${workspaceId}&q=rosa`)).json()
  assert.equal(found.data.length, 1)
})

test('an address that lost its end says that it leads nowhere', async () => {
  await maren.page.goto(`/w/${workspaceId}/people/0198f000-0000`)
  await maren.page.getByText('The address leads nowhere').first().waitFor()
})

test('after signing out, going back shows the door and nothing of what was seen', async () => {
  const { page } = maren
  await page.goto(`/w/${workspaceId}/people`)
  await page.getByText('Rosa Marín').first().waitFor()
  await page
    .getByRole('button', { name: /Maren Lind/ })
    .first()
    .click()
  await page.getByText('Sign out').first().click()
  await page.waitForURL(/sign-in/)
  await page.goBack()
  // Sent to the door once more, this time with where they came from.
  await page.waitForURL(/sign-in\?next=.*people/)
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await maren.rest()
  assert.equal(await page.getByText('Rosa Marín').count(), 0)
  assert.deepEqual(maren.complaints, [])
})
