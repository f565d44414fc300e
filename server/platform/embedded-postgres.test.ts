/** One database for whoever comes and goes on a folder: found or started, and never stopped under somebody's hands. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { openSource, readConfig, type Source } from '#platform'
import { clearFolder, databasePid, scratchFolder } from '#test/process'

const folder = scratchFolder()
after(() => clearFolder(folder))

const open = (): Promise<Source> =>
  openSource(readConfig({ HEED_DATA: folder }), 'a secret for tests only, 32 letters or more')

async function answers({ owner }: Source): Promise<boolean> {
  const client = new pg.Client({ ...owner, application_name: 'heed:test' })
  await client.connect()
  await client.query('select 1')
  await client.end()
  return true
}

test('who opens it while another closes it can use it, and the last one takes it along', async () => {
  let here = await open()
  for (let change = 0; change < 5; change += 1) {
    const [next] = await Promise.all([open(), here.close()])
    assert.equal(await answers(next), true)
    here = next
  }
  const beside = await open()
  await here.close()
  assert.equal(await answers(beside), true, 'opened by two, closed by one')
  await beside.close()
  assert.equal(databasePid(folder), null)
})
