/** The first two minutes: opening a workspace, inviting a teammate, who comes in on a phone. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, visit } from '#test/browser'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let heed: Running
let browser: Browser
before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

test('an owner opens a workspace, invites a teammate, and the teammate comes in on a phone', async () => {
  const maren = await visit(browser, heed.url)
  await maren.page.goto('/')
  await maren.page.getByRole('heading', { name: 'Welcome to Heed' }).waitFor()
  await maren.checkAccess('welcome')
  await maren.picture('welcome')

  await maren.page.getByRole('button', { name: 'Open your workspace' }).click()
  await maren.page.getByText('At least 10 characters', { exact: true }).waitFor()

  await maren.page.getByLabel('Your business').fill('Linden & Rye')
  await maren.page.getByLabel('Your name').fill('Maren Lind')
  await maren.page.getByLabel('Your e-mail address').fill('maren@lindenrye.example')
  await maren.page.getByLabel('A password').fill('bread and butter')
  await maren.page.getByRole('button', { name: 'Open your workspace' }).click()
  await maren.page.waitForURL(/\/w\/[0-9a-f-]+\/today/)

  await maren.page.getByRole('link', { name: 'Team' }).first().click()
  await maren.page.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
  await maren.checkAccess('team')
  await maren.picture('team')
  await maren.page.getByRole('button', { name: 'Invite somebody' }).click()
  await maren.page.getByLabel('Their e-mail address').fill('tom@lindenrye.example')
  await maren.page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await maren.page.getByLabel('Invitation link').inputValue()
  await maren.checkAccess('invitation made')

  const tom = await visit(browser, heed.url, { size: 'phone', dark: true })
  await tom.page.goto(new URL(link).pathname)
  await tom.page.getByText('You are invited to Linden & Rye as teammate.').waitFor()
  await tom.checkAccess('invitation')
  await tom.picture('invitation-phone-dark')
  await tom.page.getByLabel('Your name').fill('Tom Okafor')
  await tom.page.getByLabel('A password').fill('sourdough starter')
  await tom.page.getByRole('button', { name: 'Join Linden & Rye' }).click()
  await tom.page.waitForURL(/\/today/)

  await maren.page.reload()
  await maren.page.getByText('Tom Okafor', { exact: true }).waitFor()
  assert.deepEqual([...maren.complaints, ...tom.complaints], [])
})

test('signing out and in again leads back to where one wanted to go', async () => {
  const maren = await visit(browser, heed.url)
  await maren.page.goto('/w/00000000-0000-7000-8000-000000000000/people')
  await maren.page.waitForURL(/sign-in/)
  await maren.checkAccess('sign-in')
  await maren.picture('sign-in')
  await maren.page.getByLabel('E-mail address').fill('maren@lindenrye.example')
  await maren.page.getByLabel('Password').fill('not the password')
  await maren.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await maren.page.getByText('do not belong together').waitFor()
  await maren.page.getByLabel('Password').fill('bread and butter')
  await maren.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await maren.page.waitForURL(/\/people/)
  assert.deepEqual(maren.complaints, [])
})
