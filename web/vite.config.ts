import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const worthPacking = /\.(js|css|html|svg|webmanifest)$/

/** Packs every text file once at build time, so that the server sends the smallest form without spending a thought. */
function packed(): Plugin {
  return {
    name: 'heed-packed',
    // For what is delivered; pages built for a test are served as they are.
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    async closeBundle() {
      const dist = join(root, 'dist')
      const files = await readdir(dist, { recursive: true })
      for (const file of files.filter((name) => worthPacking.test(name))) {
        const bytes = await readFile(join(dist, file))
        if (bytes.length < 1024) continue
        const hints = {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }
        await writeFile(join(dist, `${file}.br`), await promisify(brotliCompress)(bytes, hints))
        await writeFile(join(dist, `${file}.gz`), await promisify(gzip)(bytes, { level: 9 }))
      }
    },
  }
}

const schemaWriting = /zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/

/**
 * Pages check answers with Zod; only the server describes schemas in JSON. Zod ties the two together, and without these two
 * of its files the first load is 7 kB lighter. Their exports stay, as functions that do nothing.
 */
function zodThatOnlyReads(): Plugin {
  return {
    name: 'heed-zod-that-only-reads',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!schemaWriting.test(id)) return null
      const source = await readFile(id, 'utf8')
      const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
      return names.map((name) => `export const ${name} = () => undefined`).join('\n')
    },
  }
}

export default defineConfig({
  root,
  base: '/',
  publicDir: join(root, 'public'),
  cacheDir: join(root, '../node_modules/.vite'),
  plugins: [react(), tailwind(), zodThatOnlyReads(), packed()],
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: font or picture would need a wider content security policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
  },
  server: {
    proxy: { '/api': { target: process.env['HEED_API'] ?? 'http://localhost:7330', changeOrigin: false } },
  },
})
