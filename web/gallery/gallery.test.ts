import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { eventually } from '#test/eventually'
import { openWindow, type Window, workspaceId } from './window.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let window: Window

before(async () => {
  window = await openWindow()
})
after(async () => {
  await window.close()
})

async function offences(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate<AxeResults>('axe.run(document)')
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
const focused = (page: Page): Promise<string> =>
  page.evaluate(() =>
    (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim(),
  )

for (const theme of ['light', 'dark'] as const) {
  test(`every part of the app can be used by everyone (${theme})`, async () => {
    const page = await window.open(`/gallery.html?theme=${theme}`, { colorScheme: theme })
    await page.getByText('A letter on the table').waitFor()
    assert.deepEqual(await offences(page), [])
    await page.getByRole('button', { name: 'Open a dialog' }).click()
    await page.getByRole('dialog').waitFor()
    assert.deepEqual(await offences(page), [])
  })
}

test('nothing runs off a screen as narrow as 320 pixels', async () => {
  const page = await window.open('/gallery.html?theme=light', { viewport: { width: 320, height: 640 } })
  await page.getByText('A letter on the table').waitFor()
  await eventually(() => widthOf(page), 320)
  const shell = await window.open(`/w/${workspaceId}/nowhere`, { viewport: { width: 320, height: 640 } })
  await shell.getByRole('heading', { level: 1 }).waitFor()
  await eventually(() => widthOf(shell), 320)
  assert.deepEqual(await offences(shell), [])
})

test('a menu opens by an arrow, is walked by arrows and letters, and gives the keyboard back', async () => {
  const page = await window.open('/gallery.html?theme=light')
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('menuitem', { name: 'Answer' }).waitFor()
  await page.keyboard.press('Home')
  await eventually(() => focused(page), /^Answer/)
  await page.keyboard.press('k')
  await eventually(() => focused(page), 'Keep')
  await page.keyboard.press('ArrowUp')
  await eventually(() => focused(page), /^Answer/)
  await page.keyboard.press('Escape')
  await eventually(() => focused(page), 'More')
  await eventually(() => more.getAttribute('aria-expanded'), 'false')
})

test('a dialog begins at its title, keeps the keyboard inside, and gives it back', async () => {
  const page = await window.open('/gallery.html?theme=light')
  await page.getByRole('button', { name: 'Open a dialog' }).click()
  await eventually(() => focused(page), 'What was done about it?')
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('Tab')
  await eventually(
    () =>
      page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    true,
  )
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await eventually(() => focused(page), 'Open a dialog')
})

test('what was done can be taken back from its message', async () => {
  const page = await window.open('/gallery.html?theme=light')
  await page.getByRole('button', { name: 'Mark as answered' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Back on the list.').waitFor()
  await eventually(() => page.getByText('Ada Brandt’s letter is answered.').count(), 0)
})

test('a chart is walked by the arrows, and every step is said with its range and its answers', async () => {
  const page = await window.open('/gallery.html?theme=light')
  const chart = page.getByRole('application', { name: /Would recommend, by month/ })
  await chart.focus()
  await chart.getByText('Nov: +45, probably between +31 and +59, 100 answers').waitFor()
  await page.keyboard.press('Home')
  for (let month = 0; month < 3; month += 1) await page.keyboard.press('ArrowRight')
  await chart.getByText('Apr: Too few to say, 4 answers').waitFor()
})

test('Ctrl-K finds a page by a few letters, goes there however fast one types, and the page takes the keyboard and says its name', async () => {
  const page = await window.open(`/w/${workspaceId}/nowhere`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('trus')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/w/${workspaceId}/trust`)
  await page.getByText(/, page opened$/).waitFor({ state: 'attached' })
  await eventually(() => page.evaluate(() => document.activeElement?.tagName), 'H1')
  await eventually(() => page.title(), / · Heed$/)
})

test('single keys are silent while somebody writes, and when they are switched off', async () => {
  const page = await window.open(`/w/${workspaceId}/nowhere`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await help.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.keyboard.press('?')
  // Keys are taken in their order: once this one has done its work, those before it have had their time.
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  assert.match(page.url(), /nowhere$/)
  assert.equal(await help.count(), 0)
})

test('night, once chosen, is there before the page is', async () => {
  const page = await window.open(`/w/${workspaceId}/nowhere`, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Your account: Maren Lind' }).click()
  await page.getByRole('menuitemradio', { name: 'Night' }).click()
  await eventually(
    () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    'rgb(13, 25, 27)',
  )
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.reload({ waitUntil: 'domcontentloaded' })
  assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'dark')
})

test('somebody who is not signed in is brought to the door, and back to where they wanted to go', async () => {
  const me = { account: null, firstRun: false, mailReady: false, memberships: [] }
  const page = await window.open(`/w/${workspaceId}/people`, { me })
  await page.waitForURL('**/sign-in?**')
  await eventually(() => new URL(page.url()).searchParams.get('next'), `/w/${workspaceId}/people`)
})

test('the very first visitor is welcomed', async () => {
  const page = await window.open('/', { me: { account: null, firstRun: true, mailReady: false, memberships: [] } })
  await page.waitForURL('**/welcome')
})

test('a workspace of somebody else is closed, whether it exists or not', async () => {
  const page = await window.open('/w/0198f0aa-0000-7000-8000-00000000ffff/today')
  await page.getByRole('heading', { name: 'This workspace is not open to you' }).waitFor()
})
