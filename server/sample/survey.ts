/** The surveys the sample business runs, in a neutral shape, and the short answers people leave in them. */

export type Survey = {
  key: string
  name: string
  /** Why people are asked, as the invitation says it. */
  reason: string
  questions: {
    key: string
    kind: 'nps' | 'csat' | 'ces' | 'text'
    required: boolean
    text: { en: string; de: string; fr: string; es: string }
  }[]
}

export const SURVEYS: readonly Survey[] = [
  {
    key: 'delivery',
    name: 'After a delivery',
    reason: 'You get this because your bread came today.',
    questions: [
      {
        key: 'recommend',
        kind: 'nps',
        required: true,
        text: {
          en: 'How likely are you to recommend our bread box to a friend or neighbour?',
          de: 'Wie wahrscheinlich ist es, dass Sie unsere Brotkiste weiterempfehlen?',
          fr: 'Recommanderiez-vous notre panier de pain à un proche ?',
          es: '¿Recomendaría nuestra caja de pan a alguien cercano?',
        },
      },
      {
        key: 'why',
        kind: 'text',
        required: false,
        text: { en: 'What is the reason?', de: 'Warum?', fr: 'Pourquoi ?', es: '¿Por qué?' },
      },
    ],
  },
  {
    key: 'visit',
    name: 'After a visit',
    reason: 'You get this because you collected a stamp at our till.',
    questions: [
      {
        key: 'satisfied',
        kind: 'csat',
        required: true,
        text: {
          en: 'How was your visit?',
          de: 'Wie war Ihr Besuch?',
          fr: 'Comment était votre visite ?',
          es: '¿Qué tal su visita?',
        },
      },
      {
        key: 'why',
        kind: 'text',
        required: false,
        text: {
          en: 'What made it so?',
          de: 'Woran lag es?',
          fr: 'Qu’est-ce qui a compté ?',
          es: '¿Qué es lo que influyó?',
        },
      },
    ],
  },
  {
    key: 'help',
    name: 'After asking us something',
    reason: 'You get this because you wrote to us and we think we are done.',
    questions: [
      {
        key: 'easy',
        kind: 'ces',
        required: true,
        text: {
          en: 'We made it easy to get this sorted. Do you agree?',
          de: 'Wir haben es Ihnen leicht gemacht. Stimmen Sie zu?',
          fr: 'Nous vous avons facilité les choses. Êtes-vous d’accord ?',
          es: 'Se lo pusimos fácil. ¿Está de acuerdo?',
        },
      },
      {
        key: 'why',
        kind: 'text',
        required: false,
        text: {
          en: 'Tell us more, if you like',
          de: 'Mögen Sie mehr erzählen?',
          fr: 'Dites-nous en plus, si vous voulez',
          es: 'Cuéntenos más, si quiere',
        },
      },
    ],
  },
  {
    key: 'better',
    name: 'The question on the receipt',
    reason: 'You scanned the code on your receipt.',
    questions: [
      {
        key: 'better',
        kind: 'text',
        required: true,
        text: {
          en: 'What could we do better?',
          de: 'Was könnten wir besser machen?',
          fr: 'Que pourrions-nous mieux faire ?',
          es: '¿Qué podríamos hacer mejor?',
        },
      },
    ],
  },
]

/** The longest a 'short answer' may be: two or three words which several people may well say alike. */
export const SHORT_ANSWER = 24

type Tone = 'low' | 'middle' | 'high'
export type ScoreKind = 'nps' | 'csat' | 'ces' | 'star'

/** What people write who write two words. English by score and tone; the other languages by tone alone. */
const SHORT: Record<ScoreKind, Record<Tone, string>> = {
  nps: {
    low: 'too late again|wrong loaf|not good|box was wet|squashed|disappointed|no buns|never again|where was it|bread cold',
    middle: 'fine|all right|bit late|could be better|mostly good|okay|bread yes|so so|not bad|bit dear',
    high: 'lovely bread|very good|wonderful|best rye|so fresh|thank you|perfect|love it|great as ever|happy|yes|top|warm bread',
  },
  csat: {
    low: 'too slow|cold soup|rude|waited ages|dirty table|not nice|ignored|wrong bill|bad day',
    middle: 'okay|fine|bit loud|bit slow|good coffee|all right|nothing special|crowded|decent',
    high: 'so friendly|lovely|great coffee|all good|nice people|perfect|as always|delicious|cosy|super|10 out of 10',
  },
  ces: {
    low: 'no answer|too many mails|nobody called|hard work|asked twice|gave up',
    middle: 'okay|slow reply|in the end yes|half solved|fine',
    high: 'easy|quick help|sorted|very kind|one call|thank you|super fast',
  },
  star: {
    low: 'no thanks|overrated|stale|disappointing|too dear',
    middle: 'fine|okay|nice enough|good bread|average',
    high: 'great|lovely place|best bread|yum|superb|must visit|love it here|top bakery',
  },
}

const ELSEWHERE: Record<string, Record<Tone, string>> = {
  de: {
    low: 'leider nein|zu spät|enttäuscht',
    middle: 'geht so|ganz okay|passt',
    high: 'super|sehr gut|lecker|immer gern',
  },
  fr: { low: 'déçue|trop lent', middle: 'correct|moyen', high: 'très bon|parfait|merci' },
  es: { low: 'muy mal|tarde otra vez', middle: 'regular|bien', high: 'muy rico|perfecto|genial' },
  nl: { low: 'te laat|jammer', middle: 'gaat wel|prima', high: 'heerlijk|top|lekker' },
  tr: { low: 'geç geldi', middle: 'idare eder', high: 'çok güzel|harika' },
  ar: { low: 'متأخر', middle: 'لا بأس', high: 'ممتاز|رائع' },
}

const TOPS: Record<ScoreKind, [low: number, high: number]> = { nps: [6, 9], csat: [2, 4], ces: [3, 6], star: [2, 4] }

export function shortAnswers(kind: ScoreKind, value: number, language: string): string[] {
  const [low, high] = TOPS[kind]
  const tone: Tone = value <= low ? 'low' : value >= high ? 'high' : 'middle'
  return (ELSEWHERE[language] ?? SHORT[kind])[tone].split('|')
}
