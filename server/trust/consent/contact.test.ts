/** The verdict, without a database: which rule comes first, and what the clock of another place says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, type ContactFacts } from './contact.ts'
import { FIRST_PURPOSES } from './purpose.ts'
import { FIRST_WORDINGS } from './purpose-texts.ts'
import { WORDING_LANGUAGES } from './contract.ts'
import { FIRST_RULES, quietNow } from './quiet-hours.ts'
import { wordsIn } from './preference-words.ts'
import { readLink, writeLink } from './signed-link.ts'

const purposeOf = (key: string) => FIRST_PURPOSES.find((row) => row.key === key)!
const NOON = new Date('2026-03-10T12:00:00Z')

const facts = (change: Partial<ContactFacts> & { key?: string } = {}): ContactFacts => ({
  now: NOON,
  channel: 'email',
  purpose: purposeOf(change.key ?? 'surveys'),
  title: 'Short questions on how we did',
  person: { name: 'Ada Brandt', timezone: 'Europe/Berlin', addresses: 1, bounced: 0, bought: true },
  frozen: false,
  objected: false,
  state: 'none',
  since: null,
  ownWord: true,
  erasedAt: null,
  frequency: 'any',
  pausedUntil: null,
  lastAt: null,
  complaintOpen: false,
  rules: FIRST_RULES,
  homeZone: 'UTC',
  ...change,
})
const reason = (change: Parameters<typeof facts>[0]): string => judge(facts(change)).reason

test('whoever was erased and comes back out of a list hears only answers, until they say yes themselves', () => {
  const erasedAt = new Date('2026-02-01T09:00:00Z')
  assert.equal(reason({ erasedAt }), 'erased_before')
  assert.equal(reason({ erasedAt, key: 'news', state: 'agreed', ownWord: false }), 'erased_before')
  assert.equal(reason({ erasedAt, key: 'news', state: 'unconfirmed' }), 'erased_before')
  assert.equal(reason({ erasedAt, key: 'news', state: 'agreed' }), 'agreed')
  assert.equal(reason({ erasedAt, key: 'answers' }), 'contract')
})

test('with nothing said a question on how it was may go out, advertising may not', () => {
  assert.equal(reason({}), 'legitimate_interest')
  assert.equal(reason({ key: 'answers' }), 'contract')
  assert.equal(reason({ key: 'news' }), 'not_agreed')
  assert.equal(reason({ key: 'news', state: 'agreed' }), 'agreed')
  assert.equal(reason({ key: 'news', state: 'unconfirmed' }), 'unconfirmed')
})

test('an objection ends advertising whatever was agreed, and what rests on an interest; not an answer', () => {
  assert.equal(reason({ key: 'news', state: 'agreed', objected: true }), 'objected')
  assert.equal(reason({ key: 'surveys', state: 'agreed', objected: true }), 'objected')
  assert.equal(reason({ key: 'research', state: 'agreed', objected: true }), 'agreed')
  assert.equal(reason({ key: 'answers', objected: true }), 'contract')
  assert.equal(reason({ key: 'answers', frozen: true }), 'frozen')
})

test('taken back stands before every ground, also one that takes no yes', () => {
  for (const key of ['answers', 'surveys', 'news', 'research'])
    assert.equal(reason({ key, state: 'withdrawn' }), 'withdrawn')
})

test('the soft opt-in reaches only who bought, only where the owner switched it on, and nobody who said no', () => {
  const news = { ...purposeOf('news'), softOptIn: true }
  assert.equal(reason({ purpose: news }), 'soft_opt_in')
  assert.equal(reason({ purpose: news, person: { ...facts().person!, bought: false } }), 'not_agreed')
  assert.equal(reason({ purpose: news, channel: 'phone' }), 'not_agreed')
  assert.equal(reason({ purpose: news, state: 'withdrawn' }), 'withdrawn')
})

test('nobody is asked how it was while a complaint is open, and nothing is sent where nothing arrives', () => {
  assert.equal(reason({ complaintOpen: true }), 'complaint_open')
  assert.equal(reason({ key: 'answers', complaintOpen: true }), 'contract')
  assert.equal(reason({ person: { ...facts().person!, addresses: 0 } }), 'no_address')
  assert.equal(reason({ person: { ...facts().person!, addresses: 2, bounced: 1 } }), 'legitimate_interest')
  assert.equal(reason({ person: { ...facts().person!, addresses: 1, bounced: 1 } }), 'bounced')
  assert.equal(reason({ person: null }), 'person_unknown')
  assert.equal(reason({ channel: 'phone' }), 'channel_not_used')
  assert.equal(reason({ purpose: null }), 'purpose_unknown')
})

test('the pace a person chose is kept, and says from when on', () => {
  const lastAt = new Date('2026-02-20T12:00:00Z')
  const verdict = judge(facts({ frequency: 'month', lastAt }))
  assert.deepEqual([verdict.reason, verdict.notBefore?.toISOString()], ['too_soon', '2026-03-22T12:00:00.000Z'])
  assert.equal(reason({ frequency: 'week', lastAt }), 'legitimate_interest')
  assert.equal(reason({ key: 'answers', frequency: 'quarter', lastAt }), 'contract')
})

test('quiet hours follow the clock where the person is, and are narrower where nobody knows', () => {
  const at = (time: string) => new Date(`2026-03-10T${time}Z`)
  // Berlin is one hour ahead in March: 19:30 UTC is 20:30 there.
  const berlin = quietNow(FIRST_RULES, 'Europe/Berlin', 'UTC', at('19:30:00'))
  assert.deepEqual([berlin?.clock, berlin?.until.toISOString()], ['20:30', '2026-03-11T08:00:00.000Z'])
  assert.equal(quietNow(FIRST_RULES, 'Europe/Berlin', 'UTC', at('18:59:00')), null)
  assert.equal(quietNow(FIRST_RULES, 'America/New_York', 'UTC', at('12:59:00'))?.clock, '08:59')
  assert.equal(quietNow(FIRST_RULES, null, 'UTC', at('18:30:00'))?.until.toISOString(), '2026-03-11T10:00:00.000Z')
  assert.equal(quietNow(FIRST_RULES, null, 'UTC', at('17:59:00')), null)
  assert.equal(quietNow(FIRST_RULES, 'Nowhere/AtAll', 'UTC', at('18:30:00'))?.zone, 'UTC')
})

test('the end of quiet hours is right across the night the clocks change', () => {
  // On 29 March 2026 Berlin springs from 02:00 to 03:00: nine in the morning is 07:00 UTC, not 08:00.
  const quiet = quietNow(FIRST_RULES, 'Europe/Berlin', 'UTC', new Date('2026-03-28T22:00:00Z'))
  assert.equal(quiet?.until.toISOString(), '2026-03-29T07:00:00.000Z')
})

test('a signed link opens with the secret that signed it, also an earlier one, and with nothing else', () => {
  const link = {
    workspaceId: '0198c0de-0000-7000-8000-000000000001',
    id: '0198c0de-0000-7000-8000-000000000002',
    version: 3,
    word: 'news email',
  }
  const old = 'an old secret of this installation, long enough'
  const token = writeLink(old, 'unsubscribe', link)
  assert.deepEqual(readLink([old], 'unsubscribe', token), link)
  assert.deepEqual(readLink(['the new secret of this installation, long enough', old], 'unsubscribe', token), link)
  assert.equal(readLink(['the new secret of this installation, long enough'], 'unsubscribe', token), null)
  assert.equal(readLink([old], 'preferences', token), null)
  const bytes = Buffer.from(token, 'base64url')
  for (let place = 0; place < bytes.length; place += 1) {
    const torn = Buffer.from(bytes)
    torn[place]! ^= 1
    assert.equal(readLink([old], 'unsubscribe', torn.toString('base64url')), null, `byte ${place}`)
  }
})

test('every page and every first wording is there in all five languages, with the same places to fill', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
  const english = wordsIn('en')
  for (const language of WORDING_LANGUAGES) {
    const words = wordsIn(language)
    for (const key of Object.keys(english) as (keyof typeof english)[])
      assert.deepEqual(places(words[key]), places(english[key]), `${language} ${key}`)
    for (const { key } of FIRST_PURPOSES) assert.ok(FIRST_WORDINGS[key]?.[language].text, `${language} ${key}`)
  }
})
