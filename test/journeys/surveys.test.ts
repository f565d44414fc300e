/** From "I would like to ask people something" to the first answer: begin, write, try, open, share, read. */
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

test('an owner makes a survey, opens it, and reads the first answer', async () => {
  const maren = await visit(browser, heed.url)
  const { page } = maren
  const owner = {
    name: 'Maren Lind',
    email: 'maren@lindenrye.example',
    password: 'bread and butter',
    workspace: 'Linden & Rye',
  }
  const made = await page.request.post('/api/v1/first-run', { data: owner })
  const { workspaceId } = (await made.json()) as { workspaceId: string }

  await page.goto(`/w/${workspaceId}/surveys`)
  await page.getByRole('heading', { name: 'One good question is a start' }).waitFor()
  await maren.checkAccess('no surveys')
  await maren.picture('surveys-empty')
  await page.getByRole('button', { name: 'Begin with this one' }).click()

  await page.getByRole('heading', { name: 'After a visit', level: 1 }).waitFor()
  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { name: 'How was your visit today?' }).waitFor()
  await page.getByLabel('Question', { exact: true }).fill('How was your breakfast?')
  await preview.getByRole('heading', { name: 'How was your breakfast?' }).waitFor()
  await page.getByText('Everything is kept.').waitFor()
  await maren.checkAccess('questions')
  await maren.picture('surveys-builder')

  await page.getByRole('button', { name: 'Add a question' }).click()
  await page.getByRole('menuitem', { name: /Agreement/ }).click()
  await preview.getByRole('heading', { name: 'You may write to me about my answer.' }).waitFor()
  await page.getByRole('button', { name: 'Move question 4 up' }).click()
  await page.getByRole('button', { name: 'Remove question 2' }).click()
  await page.getByRole('button', { name: 'Remove question 4' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Remove question 4' }).waitFor()
  await page.getByText('Everything is kept.').waitFor()

  await page.getByRole('button', { name: 'Open it to answers' }).click()
  await page.getByRole('img', { name: /QR code/ }).waitFor()
  await maren.checkAccess('share')
  await maren.picture('surveys-share')
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Make links' }).click()
  await page.getByLabel('For whom').fill('Ada Brandt <ada.brandt@post.example>\nOrder 1017')
  await page.getByRole('button', { name: 'Make 2 links' }).click()
  await page.getByText('2 links made').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Order 1017', { exact: true }).waitFor()

  const guest = await visit(browser, heed.url, { size: 'phone' })
  await guest.page.goto(new URL(link).pathname)
  await guest.page.getByRole('radio', { name: '4 Satisfied' }).tap()
  await guest.page.getByRole('heading', { name: 'What made it so?' }).waitFor()

  await page.getByRole('tab', { name: /Results/ }).click()
  await page.getByText('Too few to say').waitFor()
  await page.getByText('1 left half-way; what they answered counts.').waitFor()
  await maren.checkAccess('results')
  await maren.picture('surveys-results')

  await page.getByRole('link', { name: 'All surveys' }).click()
  await page.getByRole('button', { name: 'More about After a visit' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('heading', { name: 'One good question is a start' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'After a visit' }).waitFor()
  await maren.checkAccess('list')
  assert.deepEqual([...maren.complaints, ...guest.complaints], [])
})
