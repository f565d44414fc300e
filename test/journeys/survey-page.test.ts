/** A survey as the people meet it who answer: on a phone, by keyboard, without script, offline, inside another site. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, visit } from '#test/browser'
import { eventually } from '#test/eventually'
import { clearFolder, scratchFolder, serveHeed, type Running } from '#test/process'

const folder = scratchFolder()
let heed: Running
let browser: Browser
let ask: (method: string, path: string, body?: object) => Promise<any>

before(async () => {
  heed = await serveHeed(folder)
  browser = await openBrowser()
  const owner = {
    name: 'Maren Lind',
    email: 'maren@lindenrye.example',
    password: 'bread and butter',
    workspace: 'Linden & Rye',
  }
  const json = { 'content-type': 'application/json' }
  const first = await fetch(`${heed.url}/api/v1/first-run`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(owner),
  })
  const cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  ask = async (method, path, body) => {
    const answer = await fetch(`${heed.url}/api/v1${path}`, {
      method,
      headers: { ...json, cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return answer.json()
  }
})
after(async () => {
  await browser?.close()
  await heed?.stop()
  await clearFolder(folder)
})

const open = async (template: string): Promise<string> => {
  const { id } = await ask('POST', '/surveys', { name: template, template })
  await ask('PUT', `/surveys/${id}/status`, { status: 'open' })
  return id as string
}
const found = async (id: string) => ask('GET', `/surveys/${id}/results`)

test('on a phone a tap takes one on, and the words arrive', async () => {
  const id = await open('after-visit')
  const guest = await visit(browser, heed.url, { size: 'phone', dark: true })
  await guest.page.goto(`/s/${id}?source=counter`)
  await guest.checkAccess('satisfaction')
  await guest.picture('survey-satisfaction-phone-dark')
  await guest.page.getByRole('radio', { name: '2 Dissatisfied' }).tap()
  await guest.page.getByRole('heading', { name: 'What made it so?' }).waitFor()
  await guest.checkAccess('choices')
  await guest.page.getByText('The waiting time').tap()
  await guest.page.getByText('Something else').tap()
  await guest.page.getByLabel('What was it?').fill('The music')
  await guest.picture('survey-choices-phone-dark')
  await guest.page.getByRole('button', { name: 'Next' }).tap()
  await guest.page.getByLabel('Is there anything you would like us to know?').fill('Nobody said hello.')
  await guest.checkAccess('words')
  await guest.page.getByRole('button', { name: 'Send' }).tap()
  await guest.page.getByRole('heading', { name: 'Thank you' }).waitFor()
  await guest.checkAccess('ending')
  const results = await found(id)
  assert.equal(results.finished, 1)
  assert.deepEqual(results.questions[1].choices, { waiting: 1, _other: 1 })
  assert.deepEqual(guest.complaints, [])
})

test('by keyboard alone arrows choose and nothing runs ahead', async () => {
  const id = await open('nps')
  const guest = await visit(browser, heed.url)
  const sent: string[] = []
  guest.page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await guest.page.clock.install()
  await guest.page.goto(`/s/${id}`)
  await guest.page.keyboard.press('Tab')
  await guest.page.keyboard.press('Space')
  for (let step = 0; step < 8; step += 1) await guest.page.keyboard.press('ArrowRight')
  await eventually(() => guest.page.getByRole('radio', { name: '8' }).isChecked(), true)
  await guest.page.clock.runFor(5_000)
  assert.deepEqual(sent, [])
  await guest.page.getByRole('heading', { name: /How likely/ }).waitFor()
  await guest.page.keyboard.press('Enter')
  const reason = guest.page.getByLabel('What is the main reason for your answer?')
  await reason.waitFor()
  await eventually(() => guest.page.evaluate('document.activeElement.id'), 'asked')
  await guest.page.keyboard.press('Tab')
  await guest.page.keyboard.type('The seeded rolls')
  await guest.page.keyboard.press('Tab')
  await guest.page.keyboard.press('Enter')
  await guest.page.getByRole('heading', { name: 'Thank you' }).waitFor()
  assert.deepEqual((await found(id)).questions[0].numbers, { 8: 1 })
  assert.deepEqual(guest.complaints, [])
})

test('without script the same survey is plain pages, back included', async () => {
  const id = await open('nps')
  const guest = await visit(browser, heed.url, { script: false })
  await guest.page.goto(`/s/${id}`)
  await guest.page.getByRole('button', { name: 'Next' }).click()
  await guest.page.getByText('This one is needed before you go on.').waitFor()
  await guest.page.getByLabel('9', { exact: true }).check({ force: true })
  await guest.page.getByRole('button', { name: 'Next' }).click()
  await guest.page.getByLabel('What is the main reason for your answer?').fill('Warm bread')
  await guest.page.getByRole('button', { name: 'Back' }).click()
  await eventually(() => guest.page.getByLabel('9', { exact: true }).isChecked(), true)
  await guest.page.getByRole('button', { name: 'Next' }).click()
  await eventually(() => guest.page.getByLabel('What is the main reason for your answer?').inputValue(), 'Warm bread')
  await guest.page.reload()
  await guest.page.getByRole('button', { name: 'Send' }).click()
  await guest.page.getByRole('heading', { name: 'Thank you' }).waitFor()
  assert.equal((await found(id)).finished, 1)
})

test('an answer that did not get through stays on the page and can be sent again', async () => {
  const id = await open('nps')
  const guest = await visit(browser, heed.url)
  await guest.page.goto(`/s/${id}?recommend=3&skipPrefilled=true`)
  const reason = guest.page.getByLabel('What is the main reason for your answer?')
  await reason.fill('The door sticks.')
  await guest.context.setOffline(true)
  await guest.page.getByRole('button', { name: 'Send' }).click()
  await guest.page.getByRole('alert').getByText('did not reach us').waitFor()
  await eventually(() => reason.inputValue(), 'The door sticks.')
  await guest.context.setOffline(false)
  await guest.page.getByRole('button', { name: 'Send' }).click()
  await guest.page.getByRole('heading', { name: 'Thank you' }).waitFor()
  assert.deepEqual((await found(id)).questions[0].numbers, { 3: 1 })
})

test('inside another site it works, and tells that site when it is finished but not what was said', async () => {
  const id = await open('nps')
  const shop = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><title>Shop</title><iframe title="Survey" width="600" height="600" src="${heed.url}/s/${id}?embed=true"></iframe>
      <script>window.told = []; addEventListener('message', (event) => told.push([event.origin, event.data]))</script>`)
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  const { port } = shop.address() as { port: number }
  const { definition } = await ask('GET', `/surveys/${id}`)
  await ask('PATCH', `/surveys/${id}`, { definition: { ...definition, embedOrigins: [`http://127.0.0.1:${port}`] } })
  try {
    const guest = await visit(browser, heed.url)
    await guest.page.goto(`http://127.0.0.1:${port}/`)
    const survey = guest.page.frameLocator('iframe')
    await survey.getByRole('radio', { name: /^10/ }).click()
    await survey.getByLabel('What is the main reason for your answer?').fill('Everything')
    await survey.getByRole('button', { name: 'Send' }).click()
    await survey.getByRole('heading', { name: 'Thank you' }).waitFor()
    await eventually(
      () => guest.page.evaluate('window.told'),
      [[heed.url, { type: 'heed.survey.completed', surveyId: id }]],
    )
  } finally {
    shop.closeAllConnections()
    shop.close()
  }
  const plain = await visit(browser, heed.url)
  await plain.page.goto('about:blank')
  const response = await fetch(`${heed.url}/s/${id}`)
  assert.match(response.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
})

test('on the narrowest phone nothing is cut off, in either direction of writing', async () => {
  const { id } = await ask('POST', '/surveys', {
    name: 'Narrow',
    definition: {
      languages: ['en', 'ar'],
      questions: [
        {
          id: 'n',
          kind: 'nps',
          text: { en: 'Recommend?', ar: 'هل توصي بنا؟' },
          low: { en: 'Not at all likely', ar: 'غير محتمل' },
          high: { en: 'Extremely likely', ar: 'محتمل جدًا' },
        },
        { id: 's', kind: 'star', text: { en: 'Stars?', ar: 'كم نجمة؟' } },
        { id: 'e', kind: 'ces', text: { en: 'Easy?', ar: 'هل كان الأمر سهلًا؟' } },
        { id: 'c', kind: 'consent', text: { en: 'You may quote me', ar: 'يمكنكم اقتباس كلماتي' } },
      ],
    },
  })
  await ask('PUT', `/surveys/${id}/status`, { status: 'open' })
  for (const lang of ['en', 'ar']) {
    const guest = await visit(browser, heed.url, { size: 'phone' })
    await guest.page.setViewportSize({ width: 320, height: 640 })
    for (const at of ['n', 's', 'e', 'c']) {
      await guest.page.goto(`/s/${id}?lang=${lang}&at=${at}`)
      await eventually(
        () => guest.page.evaluate<number>('document.documentElement.scrollWidth'),
        (width) => assert.ok(width <= 320, `${lang} ${at}: ${width} pixels wide`),
      )
      const small = () =>
        guest.page.evaluate<number[]>(
          `[...document.querySelectorAll('.scale label, .stars label, .choice, .go')].map((one) => one.getBoundingClientRect()).flatMap((box) => [box.width, box.height]).filter((side) => side < 44)`,
        )
      await eventually(small, (sides) => assert.deepEqual(sides, [], `${lang} ${at}`))
      await guest.checkAccess(`${lang} ${at}`)
    }
  }
})
