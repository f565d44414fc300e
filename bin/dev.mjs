// `npm run dev`: the server starts anew when its files change, and the pages show a change the moment it is saved.
// The pages are at the address Vite prints; what they ask of the server is passed on to it.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const run = (command, args) => spawn(command, args, { cwd: root, stdio: 'inherit' })
const node = join(root, 'node_modules', '.bin', 'node')

const children = [
  run(node, ['--watch-path=server', '--watch-path=engine/src', '--watch-preserve-output', 'server/cli.ts', 'serve']),
  run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), '--config', 'web/vite.config.ts']),
]
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode = code ?? 0
    for (const other of children) other.kill('SIGTERM')
  })
}
process.once('SIGINT', () => undefined)
