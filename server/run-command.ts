/** Reads what was typed behind `heed`, finds the row, runs it, and answers with an exit code scripts can trust. */
import { parseArgs } from 'node:util'
import { plainText, readConfig, Refusal, REFUSAL_KINDS } from '#platform'
import { refusals } from './app.ts'
import { commands } from './commands.ts'

export async function runCommand([command, ...args]: string[]): Promise<number> {
  if (!command || ['--help', '-h', 'help'].includes(command)) {
    process.stdout.write(overview())
    return command ? 0 : 64
  }
  const row = commands.find((one) => one.name === command)
  if (!row) {
    process.stderr.write(`heed: there is no command '${command}'. Try: heed --help\n`)
    return 64
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${row.help.trim()}\n`)
    return 0
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      options: row.options ?? {},
      allowPositionals: true,
      strict: true,
    })
    return (await row.run(readConfig(process.env), values, positionals)) ?? 0
  } catch (error) {
    return explain(command, error)
  }
}

function explain(command: string, error: unknown): number {
  if (error instanceof Refusal) {
    // Refusals name what they are about, and names are what people wrote.
    const message = error.message.split('\n').map(plainText).join('\n')
    process.stderr.write(`heed ${command}: ${message}\n`)
    return REFUSAL_KINDS[refusals[error.code] ?? 'invalid'].exit
  }
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`heed ${command}: ${(error as Error).message}\nTry: heed ${command} --help\n`)
    return 64
  }
  process.stderr.write(
    `heed ${command}: something broke. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 70
}

function overview(): string {
  const width = Math.max(...commands.map((row) => row.name.length)) + 2
  const lines = commands.map((row) => `  ${row.name.padEnd(width)}${row.summary}`)
  return `Heed listens to people, helps you answer with care, and shows what that returned.\n\nUsage: heed COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nEvery command explains itself: heed COMMAND --help\n`
}
