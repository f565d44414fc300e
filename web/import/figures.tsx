import type { Import } from '#listen/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { importWords } from './words.ts'

/** What became of the rows, as they are counted. All places are there from the start, so that nothing moves. */
export function Figures({ tally: { rows, added, known, leftOut, keptInPart } }: Pick<Import, 'tally'>) {
  const t = useWords(importWords)
  const language = useLanguage()
  const shown = [
    ['figure.added', added],
    ['figure.known', known],
    ['figure.left', leftOut],
    ['figure.rows', rows],
    ...(keptInPart > 0 ? [['figure.part', keptInPart] as const] : []),
  ] as const
  return (
    <dl className="my-8 grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-x-4 gap-y-4">
      {shown.map(([word, count]) => (
        <div key={word} className="flex min-w-0 flex-col-reverse justify-end">
          <dt className="text-small text-ink-soft">{t(word)}</dt>
          <dd className="figures text-title font-semibold">{new Intl.NumberFormat(language).format(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
