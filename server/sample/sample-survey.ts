/** The sample's surveys and what was answered in them, in the shape listen takes. Pure. */
import { Definition, type NewResponse } from '#listen/contract'
import type { SamplePerson } from './townsfolk.ts'
import type { Survey } from './survey.ts'
import type { SampleVoice } from './voice.ts'

const LANGUAGES = ['en', 'de', 'fr', 'es']

/** How people came to each of them. */
const THROUGH: Record<string, string> = { delivery: 'e-mail', visit: 'e-mail', help: 'e-mail', better: 'receipt' }

export const definitionOf = (survey: Survey): Definition =>
  Definition.parse({
    languages: LANGUAGES,
    welcome: { en: survey.reason },
    questions: survey.questions.map(({ key, ...question }) => ({ id: key, ...question })),
    hidden: ['order'],
  })

export function responseOf(survey: Survey, voice: SampleVoice, person: SamplePerson | undefined): NewResponse {
  const scored = survey.questions.find(({ kind }) => kind !== 'text')
  const open = survey.questions.find(({ kind }) => kind === 'text')
  const email = person?.identities.find(({ kind }) => kind === 'email')?.value
  return {
    key: voice.key,
    answers: {
      ...(scored && voice.score ? { [scored.key]: voice.score.value } : {}),
      ...(open && voice.text ? { [open.key]: voice.text } : {}),
    },
    startedAt: new Date(Date.parse(voice.saidAt) - secondsFor(voice.text) * 1000).toISOString(),
    finishedAt: voice.saidAt,
    language: voice.language,
    source: THROUGH[survey.key] ?? 'e-mail',
    ...(voice.orderNumber ? { hidden: { order: voice.orderNumber } } : {}),
    ...(email ? { person: { email } } : {}),
  }
}

/** A number takes a moment, and typing on a phone about a third of a second a letter. */
const secondsFor = (text: string): number => 8 + Math.round(text.length / 3)
