/** One's own account in a real browser: two steps, a passkey, the company's sign-in, a forgotten password, sessions. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser, visit, type Visit } from '#test/browser'
import { openMailbox, type Mailbox } from '#test/mailbox'
import { openProvider, type TestProvider } from '#test/oidc'
import { clearFolder, firstRun, freePort, heed as command, scratchFolder, serveHeed, type Running } from '#test/process'
import { eventually } from '#test/visitor'
import { codeOf, stepAt } from '../../server/trust/accounts/second-step.ts'

const EMAIL = 'maren@lindenrye.example'
const PASSWORD = 'bread and butter'
const folder = scratchFolder()
let heed: Running
let browser: Browser
let mailbox: Mailbox
let provider: TestProvider
let settings: Record<string, string>
let seed = ''
let lastStep = 0

before(async () => {
  const port = await freePort()
  mailbox = await openMailbox()
  provider = await openProvider(`http://localhost:${port}/api/v1/sign-in/provider/back`)
  settings = {
    PORT: String(port),
    SMTP_URL: mailbox.url,
    HEED_OIDC_ISSUER: provider.issuer,
    HEED_OIDC_CLIENT_ID: provider.clientId,
    HEED_OIDC_CLIENT_SECRET: provider.clientSecret,
    HEED_OIDC_NAME: 'Linden & Rye',
  }
  heed = await serveHeed(folder, settings)
  await firstRun(heed.url)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await provider?.close()
  await mailbox?.close()
  await clearFolder(folder)
})

async function signIn(page: Page, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const isIn = (page: Page) => page.waitForURL(/\/w\/.*\/today/)

/** A code that was not used yet: each half minute has one. */
async function freshCode(): Promise<string> {
  const step = await eventually(
    () => stepAt(new Date()) + 1,
    (now) => now > lastStep,
  ).catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, 15_000))
    return stepAt(new Date()) + 1
  })
  lastStep = step
  return codeOf(seed, step)
}

async function noneWrong(one: Visit, where: string): Promise<void> {
  await one.checkAccess(where)
  await one.picture(where)
  assert.deepEqual(one.complaints, [])
}

/** A key in the browser itself, as a phone would hold it. */
async function withDevice(one: Visit): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await one.context.newCDPSession(one.page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id: authenticatorId }
}

test('the account menu leads to "You", and the name is changed there', async () => {
  const maren = await visit(browser, heed.url)
  await signIn(maren.page)
  await isIn(maren.page)
  await maren.page
    .getByRole('button', { name: /Your account/ })
    .first()
    .click()
  await maren.page.getByRole('menuitem', { name: /You and how you sign in/ }).click()
  await maren.page.getByRole('heading', { level: 1, name: 'You' }).waitFor()
  await maren.page.getByLabel('Name').fill('Maren L.')
  await maren.page.getByRole('button', { name: 'Save' }).click()
  await maren.page.getByText('Saved.').waitFor()
  await maren.page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
  await noneWrong(maren, 'account-desktop')
  await maren.context.close()
})

test('a passkey is added and opens the account; another device does not', async () => {
  const maren = await visit(browser, heed.url)
  const device = await withDevice(maren)
  await signIn(maren.page)
  await isIn(maren.page)
  await maren.page.goto('/account')
  await maren.page.getByRole('button', { name: 'Add a passkey' }).click()
  await maren.page.getByLabel('What is it on').fill('My phone')
  await maren.page.getByLabel('Your password').fill('not my password')
  await maren.page.getByRole('button', { name: 'Go on' }).click()
  await maren.page.getByText('This is not your password.').waitFor()
  await maren.page.getByLabel('Your password').fill(PASSWORD)
  await maren.page.getByRole('button', { name: 'Go on' }).click()
  await maren.page.getByText('The passkey My phone opens your account now.').waitFor()
  const { credentials } = await device.cdp.send('WebAuthn.getCredentials', { authenticatorId: device.id })
  assert.equal(credentials.length, 1)
  assert.equal(credentials[0]!.rpId, 'localhost')
  // Out, and in again by the key alone.
  await maren.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await maren.page.waitForURL(/\/sign-in/)
  await maren.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await isIn(maren.page)
  await maren.page.goto('/account')
  await maren.page.getByText('with a passkey').first().waitFor()
  // A device whose owner does not unlock it does not come in.
  await maren.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await maren.page.waitForURL(/\/sign-in/)
  await device.cdp.send('WebAuthn.setUserVerified', { authenticatorId: device.id, isUserVerified: false })
  await maren.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await maren.page.getByText('The passkey was not used.').waitFor()
  await noneWrong(maren, 'sign-in-passkey')
  await maren.context.close()
  const stranger = await visit(browser, heed.url)
  await withDevice(stranger)
  await stranger.page.goto('/sign-in')
  await stranger.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await stranger.page.getByText('The passkey was not used.').waitFor()
  await stranger.context.close()
})

test('two steps are set up with a picture, codes are put away, and the next sign-in asks for one', async () => {
  const maren = await visit(browser, heed.url)
  const { page } = maren
  await signIn(page)
  await isIn(page)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Set up the second step' }).click()
  await page.getByLabel('Your password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  const picture = page.getByRole('img', { name: 'Picture for the code app' })
  await picture.waitFor()
  assert.ok(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 50))
  seed = (await page.locator('.select-all').first().textContent())!.replaceAll(' ', '')
  assert.match(seed, /^[A-Z2-7]{32}$/)
  await noneWrong(maren, 'two-step-picture')
  await page.getByLabel('The six figures').fill('000000')
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByText('This code is not right').waitFor()
  await page.getByLabel('The six figures').fill(await freshCode())
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByRole('heading', { level: 1, name: 'Your recovery codes' }).waitFor()
  const codes = await page.locator('ol li').allTextContents()
  assert.equal(codes.length, 10)
  await noneWrong(maren, 'recovery-codes')
  await page.getByRole('button', { name: 'I have put them away' }).click()
  await page.getByText('10 recovery codes left').waitFor()
  await maren.context.close()

  const again = await visit(browser, heed.url, { size: 'phone', dark: true })
  await signIn(again.page)
  await again.page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
  await noneWrong(again, 'code-phone-dark')
  await again.page.getByLabel('Code').fill('123456')
  await again.page.getByRole('button', { name: 'Go on' }).click()
  await again.page.getByText('This code is not right').waitFor()
  await again.page.getByRole('button', { name: 'I do not have my phone' }).click()
  await again.page.getByLabel('Recovery code').fill(codes[0]!)
  await again.page.getByRole('button', { name: 'Go on' }).click()
  await isIn(again.page)
  await again.page.goto('/account')
  await again.page.getByText('9 recovery codes left').waitFor()
  await noneWrong(again, 'account-phone-dark')
  assert.ok((await again.page.evaluate(() => document.documentElement.scrollWidth)) <= 390)
  await again.page.setViewportSize({ width: 320, height: 700 })
  await again.page.waitForFunction(() => document.documentElement.scrollWidth <= 320)
  await again.context.close()
})

test('the workspace asks for two steps, and whoever has one is led to set it up', async () => {
  const maren = await visit(browser, heed.url)
  await signIn(maren.page)
  await maren.page.getByLabel('Code').fill(await freshCode())
  await maren.page.getByRole('button', { name: 'Go on' }).click()
  await isIn(maren.page)
  const workspace = /\/w\/([^/]+)/.exec(maren.page.url())![1]!
  await maren.page.goto(`/w/${workspace}/trust/workspace`)
  await maren.page.getByRole('switch', { name: /two steps/ }).click()
  await maren.page.getByText('Saved.').waitFor()
  const made = await maren.page.request.post(`/api/v1/invitations?workspace=${workspace}`, {
    data: { email: 'tom@lindenrye.example', role: 'teammate' },
  })
  const { link } = (await made.json()) as { link: string }
  await maren.context.close()
  const tom = await visit(browser, heed.url)
  await tom.page.goto(new URL(link).pathname)
  await tom.page.getByLabel('Your name').fill('Tom Okafor')
  await tom.page.getByLabel('A password').fill('password1234')
  await tom.page.getByRole('button', { name: /^Join/ }).click()
  await tom.page.getByText('among the first that strangers try').waitFor()
  await noneWrong(tom, 'invitation-common')
  await tom.page.getByLabel('A password').fill('a sourdough named Greta')
  await tom.page.getByRole('button', { name: /^Join/ }).click()
  await tom.page.waitForURL(/\/account/)
  await tom.page.getByText('asks its members to sign in with two steps').waitFor()
  await noneWrong(tom, 'account-asked')
  await tom.context.close()
})

test('the company’s sign-in is joined under "You" and opens the account from then on', async () => {
  provider.next = { sub: 'maren-at-the-company', email: EMAIL, email_verified: true, name: 'Maren Lind' }
  const maren = await visit(browser, heed.url)
  await maren.page.goto('/sign-in')
  await maren.page.getByRole('link', { name: 'Sign in with Linden & Rye' }).click()
  // Her address was never proved here: its password is asked once.
  await maren.page.getByText('There is an account with your address already').waitFor()
  await noneWrong(maren, 'sign-in-trouble')
  await signIn(maren.page)
  await maren.page.getByLabel('Code').fill(await freshCode())
  await maren.page.getByRole('button', { name: 'Go on' }).click()
  await isIn(maren.page)
  await maren.page.goto('/account')
  await maren.page.getByRole('link', { name: 'Join' }).click()
  await maren.page.getByText('Joined. You can come in through Linden & Rye.').waitFor()
  await maren.context.close()
  const later = await visit(browser, heed.url)
  await later.page.goto('/sign-in')
  await later.page.getByRole('link', { name: 'Sign in with Linden & Rye' }).click()
  await isIn(later.page)
  await later.context.close()
})

test('a forgotten password is chosen anew by letter', async () => {
  const maren = await visit(browser, heed.url, { size: 'phone' })
  await maren.page.goto('/sign-in')
  await noneWrong(maren, 'sign-in-phone')
  await maren.page.getByRole('link', { name: 'Forgot your password?' }).click()
  // Both pages ask for an address: only once the next one is there is it the right box.
  await maren.page.getByRole('button', { name: 'Send me the letter' }).waitFor()
  await maren.page.getByLabel('E-mail address').fill(EMAIL)
  await noneWrong(maren, 'forgot-phone')
  await maren.page.getByRole('button', { name: 'Send me the letter' }).click()
  await maren.page.getByRole('heading', { level: 1, name: 'Look into your mailbox' }).waitFor()
  const letter = await eventually(
    () => mailbox.letters.find(({ to, text }) => to === EMAIL && text.includes('/reset/')),
    (found) => found !== undefined,
  )
  const path = /\/reset\/[\w-]+/.exec(letter!.text)![0]
  await maren.page.goto(path)
  await maren.page.getByLabel('New password').fill('seven geese at dawn')
  await noneWrong(maren, 'reset-phone')
  await maren.page.getByRole('button', { name: 'Keep this password' }).click()
  await maren.page.getByRole('heading', { level: 1, name: 'Your password is new' }).waitFor()
  await maren.page.goto(path)
  await maren.page.getByText('This link was used or has run out').waitFor()
  await signIn(maren.page, 'seven geese at dawn')
  await maren.page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
  await maren.context.close()
})

test('an address is proved by a click in the letter, not by the visit', async () => {
  const letter = await eventually(
    () => mailbox.letters.find(({ to, text }) => to === 'tom@lindenrye.example' && text.includes('/verify/')),
    (found) => found !== undefined,
  )
  const reader = await visit(browser, heed.url, { dark: true })
  await reader.page.goto(/\/verify\/[\w-]+/.exec(letter!.text)![0])
  await noneWrong(reader, 'verify-dark')
  await reader.page.getByRole('button', { name: 'Yes, it is mine' }).click()
  await reader.page.getByText('tom@lindenrye.example is yours.').waitFor()
  await reader.context.close()
})

test('without a mail server the page says so, and the command prints a link that works', async () => {
  await heed.stop()
  const { SMTP_URL: _, ...without } = settings
  heed = await serveHeed(folder, without)
  const maren = await visit(browser, heed.url)
  await maren.page.goto('/forgot')
  await maren.page.getByText('heed account reset').waitFor()
  await noneWrong(maren, 'forgot-no-mail')
  await heed.stop()
  const unknown = await command(folder, ['account', 'reset', 'nobody@lindenrye.example'], without)
  assert.equal(unknown.code, 66, unknown.err)
  const printed = await command(folder, ['account', 'reset', EMAIL], without)
  assert.equal(printed.code, 0, printed.err)
  const path = /\/reset\/[\w-]+/.exec(printed.out)![0]
  const off = await command(folder, ['account', 'two-step-off', EMAIL], without)
  assert.equal(off.code, 0, off.err)
  heed = await serveHeed(folder, without)
  await maren.page.goto(path)
  await maren.page.getByLabel('New password').fill('nine geese at dusk')
  await maren.page.getByRole('button', { name: 'Keep this password' }).click()
  await maren.page.getByRole('heading', { level: 1, name: 'Your password is new' }).waitFor()
  await signIn(maren.page, 'nine geese at dusk')
  // The workspace asks for two steps, and they were switched off: first to where they are set up.
  await maren.page.waitForURL(/\/account/)
  await maren.context.close()
})
