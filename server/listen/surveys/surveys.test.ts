import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { openWorld, type Answer } from '#test/world'

const world = await openWorld(after)
const maren = await world.owner()

/** A visitor with a browser that keeps cookies and sends plain forms. */
function visitor(path: string) {
  let cookie = ''
  let page = ''
  const keep = (answer: Answer) => {
    cookie =
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0]!)
        .at(-1) ?? cookie
    if (answer.text) page = answer.text
    return answer
  }
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const visit = {
    page: () => page,
    token: () => field('response'),
    asked: () => field('question'),
    open: async (address: string = path) =>
      keep(await world.stranger.ask('GET', `=${address}`, undefined, cookie ? { cookie } : {})),
    send: async (fields: Record<string, string | string[]>, move = 'next'): Promise<Answer> => {
      const hidden = [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      const form = new URLSearchParams([...hidden.map((match) => [match[1]!, match[2]!]), ['move', move]])
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
      const action = /action="([^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
      const answer = keep(
        await world.stranger.ask('POST', `=${action}`, form.toString(), {
          'content-type': 'application/x-www-form-urlencoded',
          ...(cookie ? { cookie } : {}),
        }),
      )
      return answer.status === 303 ? visit.open(answer.headers.get('location')!) : answer
    },
    forget: () => void (cookie = ''),
  }
  return visit
}

const made = async (input: object, open = true) => {
  const survey = await maren.post('/surveys', input)
  assert.equal(survey.status, 201, survey.text)
  if (open) assert.equal((await maren.put(`/surveys/${survey.body.id}/status`, { status: 'open' })).status, 200)
  return survey.body as { id: string; url: string; definition: any; revision: number }
}
const results = async (id: string) => (await maren.get(`/surveys/${id}/results`)).body
const voicesOf = (id: string) =>
  world.app.db.inWorkspace(maren.workspaceId, async (tx) => {
    const { rows } = await sql<{
      id: string
      text: string
      question: string
      score: number | null
      scoreKind: string | null
      personId: string | null
    }>`
      select id, text, question, score, score_kind as "scoreKind", person_id as "personId" from listen.voice where survey_id = ${id} order by received_at`.execute(
      tx,
    )
    return rows
  })
const eventsOf = (type: string) =>
  world.app.db.inWorkspace(maren.workspaceId, async (tx) =>
    (await sql<{ data: any }>`select data from platform.event where type = ${type} order by id`.execute(tx)).rows.map(
      (row) => row.data,
    ),
  )

const text = (en: string) => ({ en })
const branching = {
  languages: ['en'],
  questions: [
    { id: 'score', kind: 'nps', text: text('Would you recommend us?'), required: true },
    {
      id: 'why',
      kind: 'text',
      text: text('What went wrong?'),
      showIf: [{ question: 'score', test: 'atMost', value: 6 }],
    },
    {
      id: 'love',
      kind: 'multiple',
      text: text('What did you like?'),
      choices: [
        { id: 'bread', text: text('Bread') },
        { id: 'cake', text: text('Cake') },
      ],
      other: true,
      showIf: [{ question: 'score', test: 'atLeast', value: 9 }],
    },
    {
      id: 'done',
      kind: 'single',
      text: text('Anything more?'),
      choices: [
        { id: 'yes', text: text('Yes') },
        { id: 'no', text: text('No') },
      ],
      endIf: [{ test: 'is', value: 'no' }],
    },
    { id: 'more', kind: 'text', text: text('Then tell us'), required: true },
  ],
}

describe('the public page', () => {
  it('is a plain form, one question at a time, that needs no script', async () => {
    const { id } = await made({ name: 'After a delivery', template: 'after-delivery' })
    const ada = visitor(`/s/${id}`)
    const first = await ada.open()
    assert.equal(first.status, 200)
    assert.match(first.text, /How likely are you to recommend Linden &amp; Rye/)
    assert.doesNotMatch(first.text, /How did your delivery arrive/)
    assert.equal(ada.asked(), 'recommend')
    await ada.send({ answer: '4' })
    assert.equal(ada.asked(), 'arrived')
    await ada.send({ answer: 'late' })
    await ada.send({ answer: 'Third time the bread came cold.\r\nPlease ring the bell.' })
    assert.equal(ada.asked(), 'reply')
    await ada.send({ answer: '1' })
    assert.equal(ada.asked(), 'email')
    const end = await ada.send({ answer: 'ada.brandt@post.example' })
    assert.match(end.text, /data-finished/)
    const [voice, ...others] = await voicesOf(id)
    assert.equal(others.length, 0)
    assert.equal(voice!.text, 'Third time the bread came cold.\nPlease ring the bell.')
    assert.deepEqual([voice!.scoreKind, voice!.score], ['nps', 4])
    assert.ok(voice!.personId)
    const heard = (await eventsOf('voice.heard')).filter((data) => data.voiceIds.includes(voice!.id))
    assert.equal(heard.length, 1)
    assert.equal(heard[0].way, 'survey')
  })

  it('has strict headers, and may be framed only when asked to be embedded', async () => {
    const { id } = await made({ name: 'Framed', definition: { ...branching, embedOrigins: ['https://shop.example'] } })
    const plain = await visitor(`/s/${id}`).open()
    assert.match(plain.headers.get('content-security-policy')!, /default-src 'none'.*frame-ancestors 'none'/)
    assert.equal(plain.headers.get('x-frame-options'), 'DENY')
    const embedded = await visitor(`/s/${id}?embed=true`).open()
    assert.match(embedded.headers.get('content-security-policy')!, /frame-ancestors https:\/\/shop\.example$/)
    assert.equal(embedded.headers.get('x-frame-options'), null)
    assert.match(embedded.text, /data-embed="https:\/\/shop\.example"/)
    assert.doesNotMatch(plain.text, /style="|<script>|onclick/)
  })

  it('weighs little', async () => {
    const script = await world.stranger.get('=/s/files/page.js')
    assert.equal(script.status, 200)
    assert.ok(script.text.length < 8 * 1024, `${script.text.length} bytes of script`)
  })

  it('cannot be broken out of by what the address says', async () => {
    const { id } = await made({
      name: 'Prefilled',
      definition: {
        ...branching,
        questions: [{ id: 'words', kind: 'text', text: text('Tell us'), input: 'short' }, ...branching.questions],
        hidden: ['journey'],
      },
    })
    const evil = '"><script>alert(1)</script><input value="'
    const page = await visitor(
      `/s/${id}?words=${encodeURIComponent(evil)}&lang=${encodeURIComponent(evil)}&source=${encodeURIComponent(evil)}&journey=${encodeURIComponent(evil)}`,
    ).open()
    assert.equal(page.status, 200)
    assert.ok(!page.text.includes('<script>alert'))
    assert.match(page.text, /value="&quot;&gt;&lt;script&gt;alert\(1\)/)
  })

  it('takes a prefilled answer along but stores nothing until the person sends it, because mail scanners open links too', async () => {
    const { id } = await made({ name: 'From a mail', definition: branching })
    const jonas = visitor(`/s/${id}?score=9&skipPrefilled=true&source=mail`)
    await jonas.open()
    assert.equal(jonas.asked(), 'love')
    assert.equal((await results(id)).started, 0)
    await jonas.send({ answer: ['bread'], other: 'The smell in the morning' })
    await jonas.send({ answer: 'no' })
    const found = await results(id)
    assert.equal(found.finished, 1)
    assert.deepEqual(found.questions[0].numbers, { 9: 1 })
    assert.deepEqual(found.questions[2].choices, { bread: 1, _other: 1 })
    assert.deepEqual(found.bySource, [{ source: 'mail', started: 1, finished: 1 }])
  })

  it('never takes a consent from an address', async () => {
    const { id } = await made({
      name: 'Consent',
      definition: { languages: ['en'], questions: [{ id: 'ok', kind: 'consent', text: text('You may write to me') }] },
    })
    const page = await visitor(`/s/${id}?ok=1`).open()
    assert.doesNotMatch(page.text, /checked/)
  })

  it('asks only what follows from the answers, and forgets answers to questions no longer asked', async () => {
    const { id } = await made({ name: 'Branches', definition: branching })
    const priya = visitor(`/s/${id}`)
    await priya.open()
    await priya.send({ answer: '3' })
    assert.equal(priya.asked(), 'why')
    await priya.send({ answer: 'The queue' }, 'back')
    assert.equal(priya.asked(), 'score')
    await priya.send({ answer: '8' })
    assert.equal(priya.asked(), 'done')
    await priya.send({ answer: 'yes' })
    const refused = await priya.send({ answer: '  ' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /This one is needed/)
    await priya.send({ answer: 'All is well' })
    const counted = Object.fromEntries((await results(id)).questions.map((row: any) => [row.question, row.n]))
    assert.deepEqual(counted, { score: 1, why: 0, love: 0, done: 1, more: 1 })
  })

  it('refuses an answer that was not offered and keeps what was typed', async () => {
    const { id } = await made({ name: 'Strict', template: 'nps' })
    const guest = visitor(`/s/${id}`)
    await guest.open()
    for (const answer of ['11', '-1', '4.5', 'ten', '1e1']) assert.equal((await guest.send({ answer })).status, 422)
    assert.equal((await results(id)).started, 0)
    await guest.send({ answer: '10' })
    const long = await guest.send({ answer: 'x'.repeat(6000) })
    assert.equal(long.status, 422)
    assert.ok(long.text.includes('x'.repeat(6000)))
  })

  it('counts one response, however often the same step is sent', async () => {
    const { id } = await made({ name: 'Double click', template: 'nps' })
    const guest = visitor(`/s/${id}`)
    await guest.open()
    const token = guest.token()
    const send = (question: string, answer: string) =>
      world.stranger.ask(
        'POST',
        `=/s/${id}`,
        new URLSearchParams({ response: token, question, answer, move: 'next' }).toString(),
        { 'content-type': 'application/x-www-form-urlencoded' },
      )
    await Promise.all(Array.from({ length: 8 }, () => send('recommend', '9')))
    const ends = await Promise.all(Array.from({ length: 8 }, () => send('words', 'Lovely bread')))
    for (const end of ends) assert.match(end.text, /data-finished/)
    const found = await results(id)
    assert.deepEqual([found.started, found.finished, found.questions[0].n, found.questions[1].n], [1, 1, 1, 1])
    assert.equal((await voicesOf(id)).length, 1)
  })

  it('works in a browser that keeps no cookies', async () => {
    const { id } = await made({ name: 'No cookies', template: 'nps' })
    const guest = visitor(`/s/${id}`)
    await guest.open()
    guest.forget()
    await guest.send({ answer: '7' })
    guest.forget()
    assert.match((await guest.send({ answer: 'Fine' })).text, /data-finished/)
    assert.equal((await results(id)).started, 1)
  })

  it('lets a person come back to where they left', async () => {
    const { id } = await made({ name: 'Coming back', definition: branching })
    const leila = visitor(`/s/${id}`)
    await leila.open()
    await leila.send({ answer: '2' })
    const again = await leila.open()
    assert.equal(leila.asked(), 'why')
    assert.match(again.text, /Welcome back/)
    await leila.send({ answer: 'Cold soup' })
    await leila.send({ answer: 'no' })
    assert.match((await leila.open()).text, /data-finished/)
  })

  it('speaks the language asked for, from right to left where that is how it is written', async () => {
    const both = {
      ...branching,
      languages: ['en', 'ar'],
      questions: [{ id: 'score', kind: 'nps', text: { en: 'Would you recommend us?', ar: 'هل توصي بنا؟' } }],
    }
    const { id } = await made({ name: 'Two languages', definition: both })
    const page = await visitor(`/s/${id}?lang=ar`).open()
    assert.match(page.text, /<html lang="ar" dir="rtl"/)
    assert.match(page.text, /هل توصي بنا؟/)
    const guest = visitor(`/s/${id}`)
    await guest.open()
    assert.match((await guest.send({ answer: '9' }, 'lang:ar')).text, /<html lang="ar"[\s\S]*value="9" checked/)
    const german = await world.stranger.ask('GET', '=/s/nothing', undefined, { 'accept-language': 'de-AT,de;q=0.9' })
    assert.match(german.text, /Diese Umfrage gibt es hier nicht/)
  })

  it('can be tried out before it opens, and then keeps nothing', async () => {
    const { id } = await made({ name: 'A draft', definition: branching }, false)
    assert.equal((await visitor(`/s/${id}`).open()).status, 404)
    const maker = visitor(`/s/${id}?try=true`)
    assert.match((await maker.open()).text, /Nothing is kept/)
    await maker.send({ answer: '9' })
    assert.equal(maker.asked(), 'love')
    await maker.send({ answer: ['cake'] })
    assert.match((await maker.send({ answer: 'no' })).text, /data-finished/)
    assert.equal((await results(id)).started, 0)
  })

  it('an unknown survey is a kind 404', async () => {
    for (const address of [
      '/s/nothing',
      '/s/0190b4b8-0000-7000-8000-000000000000',
      '/s/0190b4b8-0000-7000-8000-00000000000z',
    ]) {
      const page = await world.stranger.get(`=${address}`)
      assert.equal(page.status, 404)
      assert.match(page.text, /This survey is not here/)
      assert.match(page.headers.get('content-type')!, /text\/html/)
    }
  })

  it('a closed survey says so kindly and keeps nothing', async () => {
    const { id } = await made({ name: 'Closing', template: 'nps' })
    const guest = visitor(`/s/${id}`)
    await guest.open()
    await maren.put(`/surveys/${id}/status`, { status: 'closed' })
    const late = await guest.send({ answer: '1' })
    assert.equal(late.status, 410)
    assert.match(late.text, /This survey has closed/)
    assert.equal((await guest.open()).status, 410)
    assert.equal((await results(id)).started, 0)
    assert.equal((await voicesOf(id)).length, 0)
  })

  it('refuses a body of another kind, and one that is too large', async () => {
    const { id } = await made({ name: 'Odd bodies', template: 'nps' })
    assert.equal((await world.stranger.ask('POST', `=/s/${id}`, { question: 'recommend', answer: '9' })).status, 415)
    assert.equal(
      (
        await world.stranger.ask('POST', `=/s/${id}`, `answer=${'x'.repeat(200_000)}`, {
          'content-type': 'application/x-www-form-urlencoded',
        })
      ).status,
      413,
    )
    assert.equal((await results(id)).started, 0)
  })
})

describe('a single-use link', () => {
  const linked = async (name: string) => {
    const survey = await made({ name, template: 'nps' })
    const links = await maren.post(`/surveys/${survey.id}/links`, {
      links: [{ email: 'jonas.weil@post.example', name: 'Jonas Weil' }, { label: 'order 17' }],
    })
    assert.equal(links.status, 201, links.text)
    return { ...survey, links: links.body.data as { id: string; url: string; personId: string | null }[] }
  }
  const pathOf = (url: string) => url.replace('http://heed.example', '')

  it('never takes a second answer, even when two tabs race', async () => {
    const { id, links } = await linked('Race')
    const path = pathOf(links[0]!.url)
    const tabs = Array.from({ length: 6 }, () => visitor(path))
    await Promise.all(tabs.map((tab) => tab.open()))
    await Promise.all(tabs.map((tab, index) => tab.send({ answer: String(index) })))
    const ends = await Promise.all(tabs.map((tab, index) => tab.send({ answer: `Tab ${index}` })))
    assert.ok(ends.some((end) => end.status === 200 && /data-finished/.test(end.text)))
    for (const end of ends) assert.ok(end.status === 200 || end.status === 410, String(end.status))
    const found = await results(id)
    assert.deepEqual([found.started, found.finished, found.questions[0].n, found.questions[1].n], [1, 1, 1, 1])
    assert.deepEqual(found.links, { made: 2, spent: 1 })
    const voices = await voicesOf(id)
    assert.equal(voices.length, 1)
    assert.equal(voices[0]!.personId, links[0]!.personId)
  })

  it('is spent only when its survey is finished, and then says so', async () => {
    const { id, links } = await linked('Spent')
    const path = pathOf(links[1]!.url)
    const phone = visitor(path)
    await phone.open()
    await phone.send({ answer: '5' })
    assert.deepEqual((await results(id)).links, { made: 2, spent: 0 })
    const laptop = visitor(path)
    await laptop.open()
    assert.equal(laptop.asked(), 'words')
    await laptop.send({ answer: 'Too salty' })
    assert.deepEqual((await results(id)).links, { made: 2, spent: 1 })
    const later = await visitor(path).open()
    assert.equal(later.status, 410)
    assert.match(later.text, /You have already answered/)
  })

  it('opens nothing with a wrong token, for another survey, or where only links may answer', async () => {
    const { id, links, definition } = await linked('Tokens')
    const other = await made({ name: 'Other', template: 'nps' })
    const query = links[0]!.url.split('?')[1]!
    assert.equal((await world.stranger.get(`=/s/${id}?suId=${links[0]!.id}&suToken=wrong`)).status, 404)
    assert.equal((await world.stranger.get(`=/s/${id}?suId=nonsense&suToken=wrong`)).status, 404)
    assert.equal((await world.stranger.get(`=/s/${other.id}?${query}`)).status, 404)
    await maren.patch(`/surveys/${id}`, { definition: { ...definition, access: 'links' } })
    const without = await world.stranger.get(`=/s/${id}`)
    assert.equal(without.status, 403)
    assert.match(without.text, /needs your own link/)
    assert.equal((await world.stranger.get(`=/s/${id}?${query}`)).status, 200)
  })
})

describe('what was answered half-way', () => {
  it('is kept, and becomes the same one voice when the person finishes later', async () => {
    const { id } = await made({ name: 'Half-way', template: 'nps' })
    const rosa = visitor(`/s/${id}`)
    await rosa.open()
    await rosa.send({ answer: '3' })
    const responses = (await maren.get(`/surveys/${id}/responses`)).body.data
    assert.equal(responses.length, 1)
    assert.equal(responses[0].finishedAt, null)
    assert.equal(responses[0].answers[0].number, 3)
    assert.equal((await voicesOf(id)).length, 0)
    world.travel(new Date(Date.now() + 60 * 60_000))
    const { gatherLeft } = await import('./gather-voice.ts')
    await gatherLeft(world.app, maren.workspaceId, responses[0].id)
    await gatherLeft(world.app, maren.workspaceId, responses[0].id)
    const [partial] = await voicesOf(id)
    assert.deepEqual([partial!.score, partial!.text], [3, ''])
    await rosa.send({ answer: 'Nobody greeted us.' })
    const [whole, ...others] = await voicesOf(id)
    assert.equal(others.length, 0)
    assert.equal(whole!.id, partial!.id)
    assert.equal(whole!.text, 'Nobody greeted us.')
    assert.equal((await eventsOf('voice.heard')).filter((data) => data.voiceIds.includes(whole!.id)).length, 2)
    world.travel(new Date())
  })

  it('counts nothing for who only looked or passed every question by', async () => {
    const { id } = await made({
      name: 'Only looked',
      definition: {
        languages: ['en'],
        questions: [
          { id: 'a', kind: 'star', text: text('Stars?') },
          { id: 'b', kind: 'text', text: text('Words?') },
        ],
      },
    })
    const guest = visitor(`/s/${id}`)
    await guest.open()
    await guest.send({})
    assert.equal((await results(id)).started, 0)
    await guest.send({})
    const found = await results(id)
    assert.deepEqual(
      found.questions.map((row: any) => row.n),
      [0, 0],
    )
    assert.equal((await voicesOf(id)).length, 0)
  })
})

describe('the people who make surveys', () => {
  it('cannot open one that is not ready, and learn why', async () => {
    const survey = await made(
      {
        name: 'Empty',
        definition: { languages: ['en'], questions: [{ id: 'a', kind: 'single', text: {}, choices: [] }] },
      },
      false,
    )
    const refused = await maren.put(`/surveys/${survey.id}/status`, { status: 'open' })
    assert.equal(refused.status, 400)
    assert.equal(refused.body.code, 'survey_not_ready')
    assert.deepEqual(
      refused.body.errors.map((one: any) => one.field),
      ['questions.0.text', 'questions.0.choices'],
    )
  })

  it('are told when a colleague was quicker', async () => {
    const survey = await made({ name: 'Two cooks', template: 'nps' }, false)
    assert.equal((await maren.patch(`/surveys/${survey.id}`, { name: 'First', revision: survey.revision })).status, 200)
    const second = await maren.patch(`/surveys/${survey.id}`, { name: 'Second', revision: survey.revision })
    assert.equal(second.status, 409)
    assert.equal(second.body.code, 'survey_changed')
  })

  it('cannot give answered questions another meaning', async () => {
    const survey = await made({ name: 'Meaning', template: 'nps' })
    const guest = visitor(`/s/${survey.id}`)
    await guest.open()
    await guest.send({ answer: '5' })
    const questions = survey.definition.questions.map((question: any) =>
      question.id === 'recommend' ? { ...question, kind: 'csat' } : question,
    )
    const refused = await maren.patch(`/surveys/${survey.id}`, { definition: { ...survey.definition, questions } })
    assert.equal(refused.body.code, 'question_answered')
  })

  it('are refused conditions that could never hold, and names an address needs for itself', async () => {
    const wrong = [
      { languages: ['en'], questions: [{ id: 'lang', kind: 'star', text: {} }] },
      {
        languages: ['en'],
        questions: [
          { id: 'a', kind: 'star', text: {} },
          { id: 'a', kind: 'star', text: {} },
        ],
      },
      {
        languages: ['en'],
        questions: [
          { id: 'a', kind: 'star', text: {}, showIf: [{ question: 'b', test: 'is', value: 1 }] },
          { id: 'b', kind: 'star', text: {} },
        ],
      },
      {
        languages: ['en'],
        questions: [
          { id: 'a', kind: 'star', text: {} },
          { id: 'b', kind: 'star', text: {}, showIf: [{ question: 'a', test: 'is', value: 9 }] },
        ],
      },
      { languages: [], questions: [] },
    ]
    for (const definition of wrong)
      assert.equal(
        (await maren.post('/surveys', { name: 'Wrong', definition })).status,
        400,
        JSON.stringify(definition),
      )
  })

  it('can copy one, carry it away as a file and bring it in again', async () => {
    const survey = await made({ name: 'Original', template: 'after-visit' }, false)
    const copy = await maren.post(`/surveys/${survey.id}/copies`, { name: 'Copy' })
    assert.deepEqual([copy.body.name, copy.body.status], ['Copy', 'draft'])
    const file = await maren.get(`/surveys/${survey.id}/definition`)
    const again = await maren.post('/surveys', file.body)
    assert.deepEqual(again.body.definition, survey.definition)
  })

  it('can put one away and bring it back with all its answers', async () => {
    const survey = await made({ name: 'Put away', template: 'nps' })
    const guest = visitor(`/s/${survey.id}`)
    await guest.open()
    await guest.send({ answer: '9' })
    assert.equal((await maren.delete(`/surveys/${survey.id}`)).status, 204)
    assert.equal((await visitor(`/s/${survey.id}`).open()).status, 404)
    assert.equal((await maren.get(`/surveys/${survey.id}`)).status, 404)
    assert.equal((await maren.delete(`/surveys/${survey.id}/removal`)).body.started, 1)
    assert.equal((await visitor(`/s/${survey.id}`).open()).status, 200)
  })

  it('get its address as a QR code', async () => {
    const survey = await made({ name: 'Poster', template: 'nps' })
    const code = await maren.get(`/surveys/${survey.id}/qr.svg?source=counter`)
    assert.match(code.text, /^<svg/)
    assert.match(code.headers.get('content-type')!, /image\/svg/)
  })

  it('can add responses given elsewhere, each once, and learn which could not be read', async () => {
    const survey = await made({ name: 'Tablet', definition: branching })
    const responses = [
      {
        key: 'a',
        answers: { score: 9, love: ['cake', 'the view'] },
        finishedAt: '2026-01-05T10:00:00Z',
        person: { email: 'priya.nair@post.example', name: 'Priya Nair' },
      },
      { key: 'b', answers: { score: 2, why: 'Waited for ever' }, finishedAt: '2026-01-06T10:00:00Z' },
    ]
    assert.deepEqual((await maren.post(`/surveys/${survey.id}/responses`, { responses })).body, { kept: 2, known: 0 })
    assert.deepEqual((await maren.post(`/surveys/${survey.id}/responses`, { responses })).body, { kept: 0, known: 2 })
    const voices = await voicesOf(survey.id)
    assert.deepEqual(voices.map((voice) => voice.text).sort(), ['Waited for ever', 'the view'])
    const wrong = await maren.post(`/surveys/${survey.id}/responses`, {
      responses: [{ answers: { score: 12, nothing: 'x' } }],
    })
    assert.deepEqual(
      wrong.body.errors.map((one: any) => one.field),
      ['responses.0.answers.score', 'responses.0.answers.nothing'],
    )
  })

  it('share their surveys with nobody else', async () => {
    const survey = await made({ name: 'Ours', template: 'nps' })
    const other = await world.owner('Somebody else')
    for (const path of ['', '/results', '/responses', '/links', '/definition', '/qr.svg']) {
      const answer = await other.get(`/surveys/${survey.id}${path}`)
      assert.equal(answer.status, 404, path)
    }
    const observer = await world.member(maren, 'observer')
    assert.equal((await observer.patch(`/surveys/${survey.id}`, { name: 'Mine' })).status, 403)
    assert.equal((await observer.get(`/surveys/${survey.id}`)).status, 200)
  })

  it('see a step as people will, before anything is saved', async () => {
    const seen = await maren.post('/survey-previews', {
      definition: branching,
      at: 'love',
      language: 'en',
      theme: 'dark',
    })
    assert.match(seen.body.html, /What did you like\?/)
    assert.match(seen.body.html, /data-theme="dark"/)
  })
})
