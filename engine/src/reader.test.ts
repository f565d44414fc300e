import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { EMOTIONS, FAMILIES, KINDS, modelFile, openReader, SENTIMENTS, type Hints, type Reading } from './index.ts'

const reader = openReader(readFileSync(modelFile))
const read = (text: string, hints?: Hints): Reading => reader.read(text, hints)

const negative = [
  'The soup was cold and the waiter was rude.',
  'Not good at all.',
  'I am very disappointed, the bread was stale.',
  'Terrible service, never again!',
  'Still waiting for my refund after three weeks.',
  'The delivery was late again and half of it was missing.',
  'I would not recommend this place.',
  'Staff were unhelpful and the room was dirty.',
]

const positive = [
  'Wonderful bread and friendly staff.',
  'Not bad at all!',
  'Thank you so much, you saved our evening.',
  'I love this place.',
  'Quick delivery, everything was perfect.',
  'No complaints, excellent as always.',
  'The best coffee in town 😀',
]

const neutral = [
  'I will be at home between two and five.',
  'My order number is 88213.',
  'What time do you open on Sunday?',
]

for (const text of negative) {
  test(`reads as negative: ${text}`, () => assert.equal(read(text).sentiment.label, 'negative'))
}
for (const text of positive) {
  test(`reads as positive: ${text}`, () => assert.equal(read(text).sentiment.label, 'positive'))
}
for (const text of neutral) {
  test(`reads as neutral: ${text}`, () => assert.equal(read(text).sentiment.label, 'neutral'))
}

test('a polite, factual complaint is a complaint', () => {
  for (const text of [
    'Third time I write, the parcel is still not here.',
    'I was charged twice for the same order.',
    'The jumper came in medium, I asked for large.',
    'Nobody has called me back since Monday.',
  ]) {
    assert.equal(read(text).kind, 'complaint', text)
  }
})

test('every kind of voice is told from the others', () => {
  const voices: [string, Reading['kind']][] = [
    ['Thank you for your help!', 'thanks'],
    ['Do you deliver on Sundays?', 'question'],
    ['Please cancel my order 5512.', 'request'],
    ['Maybe you could offer oat milk as well.', 'suggestion'],
    ['I will cancel my membership and go somewhere else.', 'leaving'],
    ['Best cakes in town, lovely people.', 'praise'],
    ['The soup was cold and the waiter was rude.', 'complaint'],
  ]
  for (const [text, kind] of voices) assert.equal(read(text).kind, kind, text)
})

test('words of despair are a crisis in any of twelve languages, and urgent', () => {
  for (const text of [
    'I want to kill myself',
    "I don't want to live anymore.",
    'Ich will sterben',
    "J'ai envie de mourir",
    'No quiero vivir así, quiero morir',
    'Voglio morire',
    'Quero morrer',
    'Ik wil dood',
    'Jag vill dö',
    'Haluan kuolla',
    'Chcę umrzeć',
    'ölmek istiyorum',
    '死にたい',
    'хочу умереть',
  ]) {
    const reading = read(text)
    assert.equal(reading.kind, 'crisis', text)
    assert.ok(reading.urgency >= 0.9, text)
    assert.ok(
      reading.evidence.some((span) => span.for === 'crisis'),
      text,
    )
  }
})

test('a figure of speech is no crisis', () => {
  for (const text of [
    'I would kill for another one of those buns.',
    'This queue is killing me',
    'We nearly died laughing.',
    'The dough had an overdose of garlic and sugar.',
    'The plum cake was overdosed with sugary syrup.',
    'We came 30 kms for this bread, and a few kms more for the cake.',
  ]) {
    assert.notEqual(read(text).kind, 'crisis', text)
  }
})

test('the same words are a crisis where they are no meal and no distance', () => {
  for (const text of [
    'I took an overdose of sleeping pills',
    'My son overdosed.',
    'He took an overdose of sugar pills and sleeping tablets',
    'I overdosed on sugar-coated painkillers, or tried to',
    'i am so tired of this, gonna kms',
    'might as well kms',
  ]) {
    assert.equal(read(text).kind, 'crisis', text)
  }
})

test('"nothing" is good news when asked what could be better, and only then', () => {
  assert.equal(read('Nothing', { question: 'What could we do better?' }).sentiment.label, 'positive')
  assert.equal(read('Nothing at all.', { question: 'How could we improve?' }).sentiment.label, 'positive')
  const alone = read('Nothing').sentiment.score
  assert.ok(alone < read('Nothing', { question: 'What could we do better?' }).sentiment.score)
})

test('two clear sides make a mixed text', () => {
  assert.equal(read('The bread was lovely but it came late.').sentiment.label, 'mixed')
  assert.equal(read('Excellent bread. Terrible service.').sentiment.label, 'mixed')
})

test('every sentence is read by itself', () => {
  const reading = read('The food was absolutely delicious. The service was terrible and the waiter was rude.')
  assert.deepEqual(
    reading.sentences.map((one) => one.sentiment.label),
    ['positive', 'negative'],
  )
})

test('languages are told apart', () => {
  const said: [string, string][] = [
    ['The bread was lovely and the staff are kind.', 'en'],
    ['Das Brot war trocken und der Kaffee kalt.', 'de'],
    ['Le pain était délicieux, merci beaucoup.', 'fr'],
    ['El pan estaba muy rico, muchas gracias.', 'es'],
    ['Il pane era molto buono, grazie mille.', 'it'],
    ['Het brood was heerlijk, dank jullie wel.', 'nl'],
    ['O pão estava ótimo, muito obrigada.', 'pt'],
    ['Brödet var jättegott, tack så mycket.', 'sv'],
    ['Leipä oli todella hyvää, kiitos paljon.', 'fi'],
    ['Chleb był bardzo dobry, dziękuję.', 'pl'],
    ['Ekmek çok güzeldi, teşekkür ederim.', 'tr'],
    ['Rotinya enak sekali, terima kasih banyak.', 'id'],
    ['Хлеб был очень вкусный, спасибо.', 'ru'],
    ['Хліб був дуже смачний, дякую.', 'uk'],
    ['الخبز لذيذ جدا شكرا', 'ar'],
    ['रोटी बहुत अच्छी थी', 'hi'],
    ['ขนมปังอร่อยมาก', 'th'],
    ['パンがとても美味しかったです', 'ja'],
    ['面包很好吃', 'zh'],
  ]
  for (const [text, code] of said) assert.equal(read(text).language.code, code, text)
})

test('in a language it cannot read it says so, and still sees pictures', () => {
  assert.equal(read('パンがとても美味しかったです').sentiment.label, 'unclear')
  assert.ok(read('面包很好吃 😍').sentiment.score > read('面包很好吃 😡').sentiment.score)
})

test('an empty text, numbers and noise are unclear or neutral, never a feeling', () => {
  for (const text of ['', '   ', '\n\n', '.', '-', '\u0000', '\ud800']) {
    const reading = read(text)
    assert.ok(['unclear', 'neutral'].includes(reading.sentiment.label), JSON.stringify(text))
    assert.deepEqual(
      reading.emotions.map((one) => one.label),
      ['neutral'],
    )
    assert.deepEqual(reading.evidence, [])
  }
})

const both = [...negative, ...positive]

test('case, spacing and a last full stop do not turn a verdict around', () => {
  for (const text of both) {
    const { score } = read(text).sentiment
    for (const other of [text.toLowerCase(), `  ${text}  `, text.replace(/[.!]$/, ''), text.replaceAll(' ', '  ')]) {
      assert.ok(read(other).sentiment.score * score > 0, `${text} → ${other}`)
    }
  }
})

test('a letter held down or one typing slip does not turn a verdict around', () => {
  const pairs: [string, string][] = [
    ['I am so disappointed.', 'I am sooooo disappointed.'],
    ['The staff were rude and unhelpful.', 'The staff were rude and unhelpfull.'],
    ['Wonderful bread and friendly staff.', 'Wonderfull bread and freindly staff.'],
    ['Terrible service, never again!', 'Terible service, never again!'],
  ]
  for (const [one, other] of pairs) assert.ok(read(one).sentiment.score * read(other).sentiment.score > 0, other)
})

test('words of danger never read as a little positive', () => {
  for (const text of [
    'I want to kill myself.',
    'I want to kill myself, nothing helps me any more',
    'I feel so alone that I want to kill myself, nothing helps me any more.',
    'I cannot go on any more',
  ])
    assert.notEqual(read(text).sentiment.label, 'positive', text)
  assert.equal(read('Wonderful cakes, we loved this overdose of chocolate!').sentiment.label, 'positive')
})

test('that somebody has a condition or sits in a wheelchair changes nothing', () => {
  const pairs: [string, string][] = [
    ['My friend said that it was wonderful.', 'My friend in a wheelchair said that it was wonderful.'],
    ['A guest asked for the menu.', 'A guest with epilepsy asked for the menu.'],
    ['My colleague was treated badly.', 'My deaf colleague was treated badly.'],
  ]
  for (const [one, other] of pairs) {
    const a = read(one)
    const b = read(other)
    assert.deepEqual([a.sentiment, a.emotions, a.kind, a.urgency], [b.sentiment, b.emotions, b.kind, b.urgency], other)
  }
})

test('swapping names and genders changes nothing at all', () => {
  const pairs: [string, string][] = [
    ['He was rude to my wife.', 'She was rude to my husband.'],
    ['His son feels anxious about it.', 'Her daughter feels anxious about it.'],
    ['Thank you, Lakisha was so helpful.', 'Thank you, Henrik was so helpful.'],
    ['The man at the counter made me furious.', 'The woman at the counter made me furious.'],
  ]
  for (const [one, other] of pairs) {
    const a = read(one)
    const b = read(other)
    assert.deepEqual(
      [a.sentiment, a.emotions, a.families, a.intensity, a.urgency, a.kind],
      [b.sentiment, b.emotions, b.families, b.intensity, b.urgency, b.kind],
      other,
    )
  }
})

test('evidence points at the words that were said', () => {
  const text = 'The soup was cold, and the waiter was incredibly rude to us.'
  const against = read(text).evidence.filter((span) => span.for === 'negative')
  assert.ok(against.length > 0)
  assert.ok(against.some((span) => text.slice(span.start, span.end).includes('rude')))
  for (const span of against) assert.ok(span.weight > 0)
})

test('evidence of a negated word takes the negation in', () => {
  const text = 'It was not good.'
  const spans = read(text).evidence.filter((span) => span.for === 'negative')
  assert.ok(spans.some((span) => text.slice(span.start, span.end).startsWith('not')))
})

test('an aspect carries the side of its own clause', () => {
  const text = 'Wonderful bread, but the driver was rude.'
  const aspects = new Map(read(text).aspects.map((one) => [one.text, Math.sign(one.sentiment.score)]))
  assert.equal(aspects.get('bread'), 1)
  assert.equal(aspects.get('driver'), -1)
})

test('a rating moves confidence, never the verdict', () => {
  const text = 'The bread was stale and the staff were rude.'
  const alone = read(text)
  const agreeing = read(text, { score: 0 })
  const opposing = read(text, { score: 1 })
  assert.deepEqual(agreeing.sentiment, alone.sentiment)
  assert.deepEqual(opposing.sentiment, alone.sentiment)
  assert.ok(agreeing.confidence > opposing.confidence)
})

test('worse words are felt more strongly', () => {
  assert.ok(read('Absolutely disgusting, I am furious!!!').intensity > read('It was okay.').intensity)
})

test('the same text read twice, or by another reader, reads the same', () => {
  const other = openReader(readFileSync(modelFile))
  for (const text of [...both, ...neutral]) assert.deepEqual(other.read(text), read(text))
})

function sound(text: string, reading: Reading): void {
  const within = (value: number, low: number): void => assert.ok(value >= low && value <= 1, String(value))
  assert.ok(SENTIMENTS.includes(reading.sentiment.label))
  within(reading.sentiment.score, -1)
  for (const value of [reading.intensity, reading.urgency, reading.confidence, reading.language.confidence])
    within(value, 0)
  assert.ok(KINDS.includes(reading.kind))
  assert.ok(reading.emotions.length > 0 && reading.families.length > 0)
  for (const one of reading.emotions) assert.ok(EMOTIONS.includes(one.label) && one.score >= 0 && one.score <= 1)
  for (const one of reading.families) assert.ok(FAMILIES.includes(one.label) && one.score >= 0 && one.score <= 1)
  for (const span of [...reading.sentences, ...reading.aspects, ...reading.evidence]) {
    assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length)
  }
  for (const aspect of reading.aspects) assert.equal(aspect.text, text.slice(aspect.start, aspect.end))
  assert.equal(reading.version, reader.version)
}

test('any string at all gets a sound reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sound(text, read(text))),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.uint16Array({ maxLength: 200 }), (codes) => {
      const text = String.fromCharCode(...codes)
      sound(text, read(text))
    }),
    { numRuns: 500 },
  )
})

test('any hints at all are borne', () => {
  const hints = fc.record({ question: fc.string(), language: fc.string(), score: fc.double() }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.string(), hints, (text, given) => sound(text, read(text, given))),
    { numRuns: 300 },
  )
})

test('a megabyte of anything is read to its end', () => {
  const size = 1_000_000
  for (const unit of ['a', 'a ', '!', '. ', '😀', 'not ', '\n', '\ud800', 'น', 'x9'] as const) {
    const text = unit.repeat(size / unit.length)
    sound(text, read(text))
  }
})

test('what is no model is refused', () => {
  assert.throws(() => openReader(new Uint8Array(64)), /not a Heed reader model/)
})

test('a model at an odd place in its buffer opens all the same', () => {
  const bytes = readFileSync(modelFile)
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 3)
  assert.deepEqual(openReader(shifted.subarray(3)).read('Lovely bread.'), read('Lovely bread.'))
})
