/** Something of everything in a workspace, by the doors everybody uses; and the ids of what is there. */
import type { Asking } from '#test/asker'

/** `say` may put words of its own into whatever takes words. */
export async function settle(
  house: Asking,
  say: (otherwise: string) => string = (otherwise) => otherwise,
): Promise<void> {
  const person = { name: say('Ada Brandt'), email: 'ada@brandt.example' }
  for (const text of [
    'This is terrible, I waited three hours and nobody came.',
    'I will never come back, you ruined my wedding and I am furious.',
    'The rye was warm and lovely.',
  ])
    await house.post('/voices', {
      text: say(text),
      title: say('Saturday'),
      person,
      score: { kind: 'star', value: 1 },
      source: 'till',
      attributes: { shop: say('Harbour') },
    })
  await house.post('/persons', {
    name: say('Yusuf Demir'),
    company: say('Demir Flowers'),
    identities: [{ kind: 'email', value: 'yusuf@demir.example' }],
  })
  await house.post('/persons', { name: say('Yusuf Demir'), identities: [{ kind: 'phone', value: '+49 40 1234567' }] })
  await house.post('/invitations', { email: 'later@lindenrye.example', role: 'observer' })
  await house.post('/views', { name: say('The angry ones'), filter: { sentiment: 'negative' } })
  const survey = (await house.post('/surveys', { name: say('At the counter'), template: 'nps' })).body
  await house.put(`/surveys/${survey.id}/status`, { status: 'open' })
  await house.post(`/surveys/${survey.id}/links`, { links: [{ label: say('table 7') }] })
  await house.ask(
    'POST',
    '/imports?name=old.csv',
    `text,date,name\n"${say('Warm bread').replaceAll('"', '""')}",2026-01-01,Ada\n,2026-01-01,Ada\n`,
    { 'content-type': 'application/octet-stream' },
  )
  const { data } = (await house.get('/voices')).body
  const voiceId = data[0].id as string
  await house.post(`/voices/${voiceId}/case`)
  const personId = (await house.get('/persons')).body.data[0].id as string
  await house.post('/requests', { personId, kind: 'export', proof: 'word', note: say('She came to the shop') })
  await house.post('/requests', { personId, kind: 'export', proof: 'link', note: say('She wrote') })
  await house.post(`/persons/${personId}/consent/confirmation`, { purpose: 'news', channel: 'email' })
  await house.post(`/persons/${personId}/consent`, {
    purpose: 'news',
    channel: 'email',
    act: 'given',
    shown: say('I want to hear of new bread'),
    note: say('at the counter'),
  })
}

/** Ids by the word that stands before them in an address. */
/** `letters`: what went out by mail, for the links in it that stand in place of a sign-in. */
export async function idsOf(house: Asking, letters: readonly { text: string }[] = []): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const keep = (word: string, ids: unknown[]) => {
    const kept = ids.filter((id): id is string => typeof id === 'string').slice(0, 30)
    if (kept.length > 0) found.set(word, kept)
  }
  const rows = async (path: string): Promise<any[]> => {
    const { body } = await house.get(path)
    return Array.isArray(body?.data) ? body.data : []
  }
  for (const word of [
    'persons',
    'voices',
    'surveys',
    'imports',
    'requests',
    'keys',
    'views',
    'invitations',
    'approvals',
  ])
    keep(
      word,
      (await rows(`/${word}`)).map((row) => row.id),
    )
  keep('members', (await rows('/members')).map((row) => row.accountId).slice(1))
  keep(
    'purposes',
    (await rows('/consent/purposes')).map((row) => row.key),
  )
  keep(
    'automations',
    (await rows('/automations')).map((row) => row.key),
  )
  const today = (await house.get('/today')).body
  keep(
    'cases',
    ['now', 'mine', 'others', 'secondLook'].flatMap((group) => today?.[group] ?? []).map((row: any) => row.id),
  )
  keep('s', found.get('surveys') ?? [])
  keep('retention', ['voices', 'persons'])
  keep('restrictions', ['frozen', 'objected'])
  const [survey] = found.get('surveys') ?? []
  if (survey)
    keep(
      'links',
      (await rows(`/surveys/${survey}/links`)).map((row) => row.id),
    )
  const [person] = found.get('persons') ?? []
  const link = person ? String((await house.post(`/persons/${person}/preference-link`)).body?.link ?? '') : ''
  const words = [link, ...letters.slice(-300).map(({ text }) => text)].join(' ')
  for (const word of ['p', 'u', 'c', 'r', 'h', 'reset', 'verify', 'invitation'])
    keep(word, [...words.matchAll(new RegExp(`/${word}/([\\w.~-]{12,})`, 'g'))].map((match) => match[1]).reverse())
  keep(
    'by-token',
    ['reset', 'verify', 'invitation'].flatMap((word) => found.get(word) ?? []),
  )
  return found
}
