import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { build, preview } from 'vite'
import { slowDown } from '#test/browser'

/** The app and its gallery, built from the sources as they stand, and a real browser to look at them. */
export interface Window {
  open: (path: string, options?: BrowserContextOptions & { me?: unknown }) => Promise<Page>
  close: () => Promise<void>
}

const web = fileURLToPath(new URL('..', import.meta.url))
const inWeb = (file: string): string => join(web, file)

const PATIENCE_MS = 120_000

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const workspaceId = '0198f0aa-0000-7000-8000-000000000001'

export const maren = {
  account: { id: '0198f0aa-0000-7000-8000-0000000000aa', name: 'Maren Lind', email: 'maren@lindenrye.example' },
  firstRun: false,
  mailReady: false,
  memberships: [{ workspaceId, name: 'Linden & Rye', role: 'owner', isSample: false, needsTwoStep: false }],
}

/** Answers for the server at the network's edge: who is signed in, and nothing else. */
async function answerFor(page: Page, me: unknown): Promise<void> {
  await page.route('**/api/**', (route) => {
    if (new URL(route.request().url()).pathname === '/api/v1/me') return route.fulfill({ json: me })
    return route.fulfill({ status: 404, json: { title: 'Not found', status: 404, detail: '', code: 'not_found' } })
  })
}

export async function openWindow(): Promise<Window> {
  // Built once and not served module by module: each page asks for a handful of files instead of some hundred.
  const outDir = await mkdtemp(join(tmpdir(), 'heed-window-'))
  const shared = { configFile: inWeb('vite.config.ts'), mode: 'test', logLevel: 'error' as const }
  await build({
    ...shared,
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: ['index.html', 'gallery.html'].map(inWeb) } },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('Vite serves nothing')
  const executablePath = process.env['HEED_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
  const browser: Browser = await chromium.launch({ executablePath, args: quiet, timeout: PATIENCE_MS })
  return {
    open: async (path, { me = maren, ...options } = {}) => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        viewport: { width: 1200, height: 900 },
        ...options,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      await slowDown(page)
      await answerFor(page, me)
      await page.goto(new URL(path, address).href)
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
