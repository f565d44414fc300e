/** A real Chromium for the journeys, on a real Heed in a process of its own. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { eventually } from '#test/eventually'

export const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } } as const
export type Size = keyof typeof SIZES

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** About correctness, not speed: a machine with much else to do may take its time. */
const PATIENCE_MS = 120_000
const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    timeout: PATIENCE_MS,
    executablePath: process.env.HEED_TEST_CHROMIUM ?? CANDIDATES[0]!,
    args: [
      '--no-sandbox',
      '--headless=new',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })
}

export type Visit = {
  page: Page
  context: BrowserContext
  /** Anything the page itself complained about: a journey ends with none. */
  complaints: string[]
  /** Until nothing is on its way and nothing moves: for what must not come, and for a look at the whole. */
  rest: () => Promise<void>
  /** Refuses unless axe-core finds nothing wrong with what is on the screen now. */
  checkAccess: (where: string) => Promise<void>
  /** Keeps a picture when HEED_SCREENS names a folder. */
  picture: (name: string) => Promise<void>
}

export async function visit(
  browser: Browser,
  url: string,
  options: { size?: Size; dark?: boolean; script?: boolean } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: SIZES[options.size ?? 'desktop'],
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    javaScriptEnabled: options.script ?? true,
    ...(options.size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await slowDown(page)
  const underWay = requestsUnderWay(page)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // A refusal the page handles is also logged by the browser itself; those are not complaints of the page.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(`console: ${message.text()}`)
  })
  return {
    page,
    context,
    complaints,
    rest: () => atRest(page, underWay),
    checkAccess: async (where) => {
      // What is still on its way or fading in has no contrast yet: the page is judged as people read it, standing still.
      await atRest(page, underWay)
      // Through the page's debugger and not as a script tag: the page's own policy forbids foreign scripts, and should.
      const found = await page.evaluate(
        `${axeSource()}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' (' + (n.any[0]?.message ?? n.failureSummary) + ')').slice(0, 3).join(' | ')))`,
      )
      if ((found as string[]).length > 0) throw new Error(`${where}: ${(found as string[]).join('\n')}`)
    },
    picture: async (name) => {
      const folder = process.env.HEED_SCREENS
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `${name}.png`) })
    },
  }
}

/** HEED_TEST_SLOW=6 makes pages six times slower than the machine, to see that no journey depends on a fast one. */
export async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.HEED_TEST_SLOW ?? 1)
  if (!(rate > 1)) return
  const debug = await page.context().newCDPSession(page)
  await debug.send('Emulation.setCPUThrottlingRate', { rate })
}

function requestsUnderWay(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>()
  page.on('request', (request) => underWay.add(request))
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  return underWay
}

/** Several frames on end without a request, a placeholder or a movement: what an answer sets off comes a frame later. */
async function atRest(page: Page, underWay: ReadonlySet<Request>): Promise<void> {
  await page.waitForLoadState('networkidle')
  let calm = 0
  await eventually(
    async () => {
      const waits = [...underWay].map((request) => `a request to ${request.url()}`)
      calm = waits.length === 0 && (await page.evaluate<boolean>(STANDS_STILL)) ? calm + 1 : 0
      return calm >= CALM_LOOKS || waits.concat('something that waits or moves')
    },
    true,
    PATIENCE_MS,
  )
}

const CALM_LOOKS = 3
/** True after two frames if nothing waits or moves. As text: a page whose policy forbids scripts still answers its debugger. */
const STANDS_STILL = `new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))).then(() =>
  document.readyState === 'complete' && document.fonts.status === 'loaded' && document.querySelector('.wait') === null &&
  document.getAnimations().every((one) => one.playState !== 'running'))`
