import type { VoiceRow } from '#understand/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { shortDate } from '../ui/time-words.ts'
import { languageName } from './language-name.ts'
import { rangeOfSearch } from './score-range.ts'
import type { VoicesSearch } from './search.ts'
import { voicesWords } from './words.ts'

type Say = Translate<typeof voicesWords.texts>
type Chip = { id: string; label: string; onRemove: () => void }

/** One chip for each thing that is filtered by, and how many of them the button does not show by itself. */
export function useChips(
  search: VoicesSearch,
  rows: readonly VoiceRow[],
  show: (next: VoicesSearch) => void,
): { active: Chip[]; count: number } {
  const t = useWords(voicesWords)
  const language = useLanguage()
  const labels = labelsOf(search, rows, t, language)
  const active = labels.map(({ id, label, names, value }) => ({
    id,
    label,
    onRemove: () => show(removed(search, names, value)),
  }))
  return { active, count: labels.filter(({ names }) => !names.includes('q')).length }
}

type Label = { id: string; label: string; names: (keyof VoicesSearch)[]; value?: string }

function labelsOf(search: VoicesSearch, rows: readonly VoiceRow[], t: Say, language: string): Label[] {
  const day = (text: string): string => shortDate(new Date(text.length === 10 ? `${text}T12:00:00` : text), language)
  const one = (name: keyof VoicesSearch, label: string): Label => ({ id: name, label, names: [name] })
  const each = (name: 'source' | 'feeling' | 'sentiment' | 'kind' | 'language', labelOf: (value: string) => string) =>
    (search[name] ?? []).map((value) => ({ id: `${name} ${value}`, label: labelOf(value), names: [name], value }))
  const person = rows.find((row) => row.person)?.person?.name
  return [
    ...(search.q ? [one('q', t('chip.q', { words: search.q }))] : []),
    ...(search.span ? [one('span', t(`when.${search.span}`))] : []),
    ...(search.from ? [one('from', t('chip.from', { day: day(search.from) }))] : []),
    ...(search.to ? [one('to', t('chip.to', { day: day(search.to) }))] : []),
    ...(search.personId ? [one('personId', t('chip.person', { name: person || t('nameless') }))] : []),
    ...(search.surveyId ? [one('surveyId', t('chip.survey'))] : []),
    ...(search.importId ? [one('importId', t('chip.import'))] : []),
    ...each('feeling', (value) => known(t, `feeling.${value}`) ?? t('chip.emotion', { emotion: value })),
    ...each('sentiment', (value) => known(t, `sentiment.${value}`) ?? value),
    ...each('kind', (value) => known(t, `kind.${value}`) ?? value),
    ...each('source', (value) => value),
    ...each('language', (value) => languageName(value, language)),
    ...(search.intensityMin
      ? [one('intensityMin', t(search.intensityMin < 0.6 ? 'intensity.clear' : 'intensity.strong'))]
      : []),
    ...(search.urgencyMin ? [one('urgencyMin', t(search.urgencyMin < 0.7 ? 'soon.soon' : 'soon.now'))] : []),
    ...scoreLabel(search, t),
  ]
}

function scoreLabel(search: VoicesSearch, t: Say): Label[] {
  const { scoreKind: kind, scoreMin: low, scoreMax: high } = search
  if (!kind && low === undefined && high === undefined) return []
  const names: Label['names'] = ['scoreKind', 'scoreMin', 'scoreMax']
  const range = rangeOfSearch(search)
  if (range) return [{ id: 'score', label: t(`score.${range}`), names }]
  const label =
    low !== undefined && high !== undefined
      ? t('score.between', { kind: kind ?? '', low, high })
      : low !== undefined
        ? t('score.from', { kind: kind ?? '', low })
        : t('score.upTo', { kind: kind ?? '', high: high ?? '' })
  return [{ id: 'score', label, names }]
}

/** A text of the catalogue, if it has one of this name: addresses may carry anything. */
const known = (t: Say, key: string): string | null => (key in voicesWords.texts ? t(key as 'feeling.joy') : null)

function removed(search: VoicesSearch, names: (keyof VoicesSearch)[], value: string | undefined): VoicesSearch {
  const next: Record<string, unknown> = { ...search }
  for (const name of names) {
    const list = next[name]
    const left = value !== undefined && Array.isArray(list) ? list.filter((one) => one !== value) : []
    if (left.length > 0) next[name] = left
    else delete next[name]
  }
  return next
}
