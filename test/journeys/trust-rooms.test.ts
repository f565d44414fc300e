/** What an owner arranges in the house: what Today reminds of, and the rooms that put the business in order. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, visit, type Visit } from '#test/browser'
import { eventually } from '#test/eventually'
import { openMailbox, type Mailbox } from '#test/mailbox'
import { openProvider, type TestProvider } from '#test/oidc'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let post: Mailbox
let provider: TestProvider
let heed: Running
let browser: Browser
let cookies: { name: string; value: string; url: string }[]
let workspaceId: string
const api = (path: string) => `/api/v1/${path}${path.includes('?') ? '&' : '?'}workspace=${workspaceId}`

before(async () => {
  post = await openMailbox()
  // Nobody signs in through it here: it is only asked for its description.
  provider = await openProvider('http://heed.example/api/v1/sign-in/provider/back')
  heed = await serveHeed(folder, {
    SMTP_URL: post.url,
    HEED_OIDC_ISSUER: provider.issuer,
    HEED_OIDC_CLIENT_ID: provider.clientId,
    HEED_OIDC_CLIENT_SECRET: provider.clientSecret,
    HEED_OIDC_NAME: 'Linden & Rye',
    HEED_OIDC_DOMAINS: 'lindenrye.example=teammate',
  })
  browser = await openBrowser()
  const maren = await visit(browser, heed.url)
  const owner = { name: 'Maren Lind', email: 'maren@lindenrye.example', password: 'bread and butter' }
  const begun = await maren.page.request.post('/api/v1/first-run', {
    data: { ...owner, workspace: 'Linden & Rye' },
    timeout: 120_000,
  })
  workspaceId = ((await begun.json()) as { workspaceId: string }).workspaceId
  cookies = (await maren.context.cookies()).map(({ name, value }) => ({ name, value, url: heed.url }))
  await maren.context.close()
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await post?.close()
  await provider?.close()
  await clearFolder(folder)
})

const come = async (options: Parameters<typeof visit>[2] = {}): Promise<Visit> => {
  const maren = await visit(browser, heed.url, options)
  await maren.context.addCookies(cookies)
  return maren
}

/** What a till asks for when it closes somebody's case: a letter that waits for a person. */
async function letterThatWaits({ page }: Visit): Promise<void> {
  const { request } = page
  const of = async (answer: { json: () => Promise<any>; ok: () => boolean; text: () => Promise<string> }) => {
    assert.ok(answer.ok(), await answer.text())
    return answer.json()
  }
  const told = { headers: { origin: heed.url } }
  const rules = await of(await request.get(api('consent/rules')))
  const always = { knownFrom: 0, knownTo: 1440, unknownFrom: 0, unknownTo: 1440 }
  // The letter may leave at any hour, so that the journey is the same by day and by night.
  assert.ok((await request.put(api('consent/rules'), { ...told, data: { ...rules, ...always } })).ok())
  const person = { name: 'Ada Brandt', email: 'ada@brandt.example' }
  const text = 'This is terrible. I waited three hours, nobody came, and I am very angry.'
  const heard = await of(await request.post(api('voices'), { ...told, data: { text, person } }))
  const found = await eventually(
    async () => (await (await request.get(api(`voices/${heard.data[0].id}/case`))).json()).data,
    (one) => assert.ok(one),
  )
  const done = { cause: 'waiting', done: 'called back', note: 'She was glad.' }
  assert.ok((await request.put(api(`cases/${found.id}/resolution`), { ...told, data: done })).ok())
  const { key } = await of(
    await request.post(api('keys'), { ...told, data: { name: 'till', scopes: ['read', 'act'] } }),
  )
  const asked = await fetch(`${heed.url}/api/v1/cases/${found.id}/heard-question`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: '{}',
  })
  assert.deepEqual([asked.status, ((await asked.json()) as { waits: boolean }).waits], [200, true])
}

test('Today tells of letters that wait for a word, and reminds the owner of the help lines until they are looked through', async () => {
  const desk = await come()
  await letterThatWaits(desk)
  const { page } = desk
  await page.goto(`/w/${workspaceId}/today`)
  await page.getByText('One letter that a program wants to send waits for your word.').waitFor()
  await page.getByText('Nobody here has looked through the help lines').waitFor()
  await desk.checkAccess('Today with its banners')
  await desk.picture('today-banners-desktop')

  const phone = await come({ size: 'phone', dark: true })
  await phone.page.goto(`/w/${workspaceId}/today`)
  await phone.page.getByText('Nobody here has looked through the help lines').waitFor()
  await phone.checkAccess('Today with its banners on a phone')
  await phone.picture('today-banners-phone')
  await phone.page.getByRole('button', { name: 'Do not remind me here' }).click()
  await phone.page.getByText('Nobody here has looked through the help lines').waitFor({ state: 'detached' })
  await phone.page.reload()
  await phone.page.getByText('waits for your word').waitFor()
  assert.equal(
    await phone.page.getByText('Nobody here has looked through the help lines').count(),
    0,
    'put aside in this browser',
  )
  assert.deepEqual(phone.complaints, [])

  await page.getByRole('link', { name: 'Read it' }).click()
  await page.getByRole('button', { name: 'Do not send' }).click()
  await page.goto(`/w/${workspaceId}/today`)
  await page.getByRole('link', { name: 'Look through them' }).click()
  await page.getByRole('button', { name: 'Save the lines' }).click()
  await page.getByText('The lines are saved.').waitFor()
  await page.goto(`/w/${workspaceId}/today`)
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await desk.rest()
  assert.equal(await page.getByText('waits for your word').count(), 0)
  assert.equal(await page.getByText('Nobody here has looked through the help lines').count(), 0)
  assert.deepEqual(desk.complaints, [])
})

test('the record of processing fills itself in, takes what only the owner knows, and is one page to print or keep', async () => {
  for (const options of [{}, { size: 'phone', dark: true }] as const) {
    const maren = await come(options)
    const { page } = maren
    const where = options.size ?? 'desktop'
    await page.goto(`/w/${workspaceId}/trust`)
    await page.getByRole('link', { name: /Record of processing/ }).click()
    await page.getByRole('heading', { name: 'Hearing what people say' }).waitFor()
    const first = where === 'desktop'
    if (first) await page.getByText('6 boxes are still empty.').waitFor()
    await maren.checkAccess(`the record on a ${where}`)
    await maren.picture(`processing-${where}`)
    await page.getByLabel('Your business').fill('Linden & Rye\n1 Mill Lane')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('5 boxes are still empty.').waitFor()
    await page.getByText('What is kept').first().click()
    await page.getByText('How they are recognised').first().waitFor()
    await page.getByText('How it is protected').scrollIntoViewIfNeeded()
    await maren.picture(`processing-below-${where}`)
    assert.deepEqual(maren.complaints, [])

    const kept = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download' }).click()
    assert.match((await kept).suggestedFilename(), /^record-of-processing-[\d-]+\.html$/)
    const opened = maren.context.waitForEvent('page')
    await page.getByRole('button', { name: 'Print' }).click()
    const sheet = await opened
    await sheet.getByRole('heading', { level: 1, name: /Record of processing activities: Linden & Rye/ }).waitFor()
    await sheet.getByText('1 Mill Lane').waitFor()
    const wide = await sheet.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    assert.ok(wide <= 0, `the document is ${wide} pixels too wide`)
    if (process.env.HEED_SCREENS)
      await sheet.screenshot({
        path: `${process.env.HEED_SCREENS}/processing-document-${where}.png`,
        fullPage: true,
      })
  }
})

for (const options of [{}, { size: 'phone', dark: true }] as const)
  test(`a list of people says who agreed to be written to, and each yes shows where it came from, on a ${options.size ?? 'desktop'}`, async () => {
    const maren = await come(options)
    const { page } = maren
    const where = options.size ?? 'desktop'
    const list = `Name,Email,Bread letter,Signed up\nNia Roth,nia@${where}.example,yes,2025-03-01\nOtto Kern,otto@${where}.example,no,2025-03-02\nMara Lux,mara@${where}.example,perhaps,2025-03-03\n`
    await page.goto(`/w/${workspaceId}/import`)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `members-${where}.csv`, mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: 'Add a column of consent' }).click()
    await page.getByLabel('The column with yes or no').selectOption('Bread letter')
    await page.getByLabel('The column with the day').selectOption('Signed up')
    const words = page.getByLabel('What they agreed to, in the words they saw')
    await words.fill('I would like the bread letter.')
    await words.blur()
    const confirmed = page.getByRole('switch', { name: /Each confirmed it/ })
    await confirmed.click({ force: true })
    await eventually(() => confirmed.isChecked(), true)
    await page.getByText('yes, by e-mail').waitFor()
    await page.getByText(/“perhaps” is neither yes nor no/).waitFor()
    await maren.checkAccess(`a list with consent on a ${where}`)
    await page.getByRole('group', { name: 'Column of consent 1' }).scrollIntoViewIfNeeded()
    await maren.picture(`import-consent-${where}`)
    await page
      .getByRole('button', { name: /^Bring in/ })
      .first()
      .click()
    await page.getByText('3 people came in').first().waitFor()
    const found = await (await page.request.get(api(`persons?q=nia@${where}.example`))).json()
    await page.goto(`/w/${workspaceId}/people/${found.data[0].id}`)
    await page.getByText('Everything written down').click()
    await page.getByText(`import of members-${where}.csv`).waitFor()
    await page.getByText(`import of members-${where}.csv`).scrollIntoViewIfNeeded()
    await maren.picture(`import-consent-person-${where}`)
    assert.deepEqual(maren.complaints, [])
  })

for (const options of [{}, { size: 'phone', dark: true }] as const)
  test(`the company’s sign-in is shown with what to copy, and checked with a reason, on a ${options.size ?? 'desktop'}`, async () => {
    const maren = await come(options)
    const { page } = maren
    const where = options.size ?? 'desktop'
    await page.goto(`/w/${workspaceId}/trust`)
    await page.getByRole('link', { name: /Your company’s sign-in/ }).click()
    await page.getByText(provider.issuer, { exact: true }).waitFor()
    await page.getByText('everybody of lindenrye.example, as teammate').waitFor()
    await page.getByText(`${heed.url}/api/v1/sign-in/provider/back`).waitFor()
    assert.equal(await page.getByText(provider.clientSecret).count(), 0)
    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByText('It can be reached, and says what is needed.').waitFor()
    await maren.checkAccess(`the company’s sign-in on a ${where}`)
    await page.getByText('Does it work?').scrollIntoViewIfNeeded()
    await maren.picture(`provider-${where}`)
    assert.deepEqual(maren.complaints, [])
  })

test('where the company’s sign-in is gone, the check says what came back', async () => {
  const maren = await come()
  const { page } = maren
  await provider.close()
  await page.goto(`/w/${workspaceId}/trust/provider`)
  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByText('As it is now, nobody can come in this way.').waitFor()
  await page.getByText(/Nothing answers at 127\.0\.0\.1/).waitFor()
  await maren.checkAccess('the company’s sign-in when it is gone')
  await maren.picture('provider-gone')
  assert.deepEqual(maren.complaints, [])
})
