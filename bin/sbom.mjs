// What Heed is made of, as a CycloneDX document: every package with version, licence and checksum.
//   npm run -s sbom > heed.cdx.json
import { spawnSync } from 'node:child_process'

const { status, stdout, stderr } = spawnSync(
  'npm',
  ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
)
if (status !== 0) {
  process.stderr.write(stderr)
  process.exitCode = status ?? 1
} else {
  const { specVersion, components } = JSON.parse(stdout)
  process.stdout.write(stdout)
  process.stderr.write(`CycloneDX ${specVersion}, ${components.length} packages.\n`)
}
