/**
 * The command `heed`. What Node compiles is kept beside the packages, so that every start but the first is there about a
 * third sooner; where nothing can be written there, it just compiles again.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/heed', import.meta.url)))
// Not before: what is imported at the top of a file is compiled before the file runs.
const { runCommand } = await import('./run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2))
