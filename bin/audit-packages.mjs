// Known weaknesses of what Heed is made of, as far as the registry answers. Ends with 1 for a serious one in what is
// shipped; a registry that does not answer is said and is no failure, because it says nothing about the packages.
import { spawnSync } from 'node:child_process'

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
const answer = parse(stdout)
const counts = answer?.metadata?.vulnerabilities
if (!counts) process.stdout.write('Known weaknesses: the registry did not answer, so nothing is known.\n')
else {
  process.stdout.write(
    `Known weaknesses: ${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low.\n`,
  )
  if (counts.critical + counts.high > 0) {
    for (const [name, one] of Object.entries(answer.vulnerabilities ?? {}))
      if (one.severity === 'critical' || one.severity === 'high') process.stdout.write(`  ${name}: ${one.severity}\n`)
    process.exitCode = 1
  }
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
