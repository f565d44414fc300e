/** An emergency as the owner sees it: first on Today, with how to answer and whom one can call; and the room that arranges it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, visit } from '#test/browser'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let heed: Running
let browser: Browser
let cookies: { name: string; value: string; url: string }[]
let workspace: string

before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
  const maren = await visit(browser, heed.url)
  const { request } = maren.page
  const begun = await request.post('/api/v1/first-run', {
    data: {
      name: 'Maren Lind',
      email: 'maren@lindenrye.example',
      password: 'bread and butter',
      workspace: 'Linden & Rye',
    },
    timeout: 120_000,
  })
  workspace = ((await begun.json()) as { workspaceId: string }).workspaceId
  await request.post(`/api/v1/voices?workspace=${workspace}`, {
    headers: { origin: heed.url },
    data: {
      text: 'You were kind to me on Tuesday, so I write to you. I do not want to live any more, and there is nobody else to tell. My number is 07700 900461.',
      person: { name: 'Ada Brandt', email: 'ada@brandt.example' },
    },
  })
  await request.post(`/api/v1/voices?workspace=${workspace}`, {
    headers: { origin: heed.url },
    data: { text: 'The rye was stale again. Please call me on 07700 900123, I am disappointed.' },
  })
  cookies = (await maren.context.cookies()).map(({ name, value }) => ({ name, value, url: heed.url }))
  await maren.context.close()
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

for (const [where, options] of [
  ['on a desk', { size: 'desktop' }],
  ['on a phone at night', { size: 'phone', dark: true }],
] as const) {
  test(`an emergency ${where} comes with how to answer, whom they can call, and a way back`, async () => {
    const owner = await visit(browser, heed.url, options)
    await owner.context.addCookies(cookies)
    const { page } = owner
    await page.goto(`/w/${workspace}/today`)
    const row = page.getByText('I do not want to live').first()
    await row.waitFor()
    if (options.size === 'phone') await row.click()
    await page.getByRole('complementary', { name: 'How to answer' }).waitFor()
    await page.getByText('Say that you read every word').waitFor()
    assert.equal(await page.getByRole('button', { name: 'No emergency' }).count(), 1)
    assert.equal(await page.getByText('Strength', { exact: true }).count(), 0, 'no figure stands beside it')
    await owner.rest()
    await owner.checkAccess('the letter')
    await owner.picture(`emergency-letter-${options.size}`)

    await page.goto(`/w/${workspace}/trust/emergencies`)
    await page.getByText('Whom people can call').waitFor()
    await owner.rest()
    await owner.checkAccess('the room')
    await owner.picture(`emergency-room-${options.size}`)

    await page.goto(`/w/${workspace}/voices`)
    await page.getByText('The rye was stale').first().click()
    await page.getByRole('switch', { name: /Hide personal details/ }).click({ force: true })
    await page.getByText('Please call me on [phone]').first().waitFor()
    await owner.rest()
    await owner.picture(`voice-hidden-${options.size}`)
    assert.deepEqual(owner.complaints, [])
    await owner.context.close()
  })
}
