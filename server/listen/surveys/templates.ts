/** Surveys to start from. Short, because a person's patience is the scarcest thing asked for. Pure. */
import type { Definition, TemplateName, Texts } from './definition.ts'
import { TEMPLATE_TEXTS, type TemplateKey } from './template-texts.ts'

/** `sign` is who asks. Every text comes in every language Heed knows; a workspace keeps those it speaks. */
export function fromTemplate(name: TemplateName, sign: string, languages: string[]): Definition {
  const say = (key: TemplateKey): Texts => {
    const texts: Texts = {}
    for (const language of languages)
      texts[language] = (TEMPLATE_TEXTS[language] ?? TEMPLATE_TEXTS['en']!)[key].replaceAll('{sign}', sign)
    return texts
  }
  const common = { required: false, showIf: [], endIf: [] }
  const whole = (questions: Definition['questions']): Definition => ({
    languages,
    questions,
    theme: { sign: '' },
    access: 'anyone',
    hidden: [],
    embedOrigins: [],
    ending: { title: say('thanks'), text: say('thanksText') },
  })
  const words = (key: TemplateKey, help?: TemplateKey): Definition['questions'][number] => ({
    ...common,
    kind: 'text',
    id: 'words',
    text: say(key),
    input: 'long',
    ...(help ? { help: say(help) } : {}),
  })
  const answerMe: Definition['questions'] = [
    { ...common, kind: 'consent', id: 'reply', text: say('mayReply') },
    {
      ...common,
      kind: 'text',
      id: 'email',
      text: say('email'),
      input: 'email',
      required: true,
      showIf: [{ question: 'reply', test: 'is', value: 1 }],
    },
  ]
  switch (name) {
    case 'after-visit':
      return whole([
        { ...common, kind: 'csat', id: 'visit', text: say('visit'), required: true },
        {
          ...common,
          kind: 'multiple',
          id: 'why',
          text: say('visitWhy'),
          other: true,
          choices: (['taste', 'welcome', 'waiting', 'place', 'price'] as const).map((id) => ({ id, text: say(id) })),
        },
        words('visitWords', 'wordsHelp'),
      ])
    case 'after-delivery':
      return whole([
        {
          ...common,
          kind: 'nps',
          id: 'recommend',
          text: say('recommend'),
          low: say('notLikely'),
          high: say('veryLikely'),
          required: true,
        },
        {
          ...common,
          kind: 'single',
          id: 'arrived',
          text: say('arrived'),
          other: false,
          choices: (['onTime', 'late', 'damaged', 'never'] as const).map((id) => ({ id, text: say(id) })),
        },
        words('deliveryWords', 'wordsHelp'),
        ...answerMe,
      ])
    case 'after-complaint':
      return whole([
        {
          ...common,
          kind: 'ces',
          id: 'easy',
          text: say('easy'),
          low: say('disagree'),
          high: say('agree'),
          required: true,
        },
        {
          ...common,
          kind: 'single',
          id: 'heard',
          text: say('heard'),
          other: false,
          choices: (['yes', 'partly', 'no'] as const).map((id) => ({ id, text: say(id) })),
        },
        { ...words('stillOpen', 'wordsHelp'), showIf: [{ question: 'heard', test: 'not', value: 'yes' }] },
        ...answerMe.map((question) =>
          question.id === 'reply'
            ? { ...question, showIf: [{ question: 'heard', test: 'not' as const, value: 'yes' }] }
            : question,
        ),
      ])
    case 'nps':
      return whole([
        {
          ...common,
          kind: 'nps',
          id: 'recommend',
          text: say('recommend'),
          low: say('notLikely'),
          high: say('veryLikely'),
          required: true,
        },
        words('recommendWords'),
      ])
  }
}
