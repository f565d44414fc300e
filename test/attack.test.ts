/** `npm run attack` itself: that each attack still runs, on a small share of what it tries, and would see what it looks for. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ATTACKS } from '../bench/attack/attacks.ts'
import { openTarget, Tally } from '../bench/attack/target.ts'
import { troubleIn } from '../bench/attack/trouble.ts'

const target = await openTarget({ requests: 400, seed: 1, share: 0.02 })
after(() => target.end())

for (const { name, attack } of ATTACKS)
  test(`the attack on ${name} tries something, and Heed survives it`, async () => {
    const { tried, survived, findings } = await attack(target)
    assert.deepEqual(findings, [])
    assert.ok(tried > 10 && survived === tried, `${survived} of ${tried}`)
  })

test('an answer that breaks, tells how Heed is built or gives no reason is seen', () => {
  const safe = { 'x-content-type-options': 'nosniff' }
  const json = { ...safe, 'content-type': 'application/problem+json' }
  const trouble = (status: number, headers: Record<string, string>, text: string) =>
    troubleIn(new Response(null, { status, headers }), text, true)
  assert.match(trouble(500, json, '{"code":"internal"}')!, /500 internal/)
  assert.match(trouble(503, json, '{"code":"database_unreachable"}')!, /503/)
  assert.match(
    trouble(400, json, '{"code":"x","detail":"Error\\n    at run (/srv/heed/a.ts:1:2)"}\n  at run (a.ts:1:2)')!,
    /how it is built/,
  )
  assert.match(trouble(400, json, '{"code":"x","detail":"invalid input syntax for type uuid"}')!, /how it is built/)
  assert.match(trouble(404, json, '{}')!, /without a reason/)
  assert.match(trouble(200, {}, 'ok')!, /safety headers/)
  assert.match(trouble(200, { ...safe, 'content-type': 'application/json' }, '{')!, /not the JSON/)
  assert.equal(trouble(503, json, '{"code":"mail_not_set_up"}'), null)
  assert.equal(trouble(404, json, '{"code":"no_such_page"}'), null)
})

test('what was not survived is counted each time, and told a few times', () => {
  const tally = new Tally('planted')
  tally.note(null)
  for (let nth = 0; nth < 5; nth += 1) tally.note(`the ${nth}th crack`, 'one weakness')
  const { tried, survived, findings } = tally.result()
  assert.deepEqual([tried, survived], [6, 1])
  assert.deepEqual(findings, ['the 0th crack', 'the 1th crack', '5 times in all: one weakness'])
})
