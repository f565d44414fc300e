import { CircleAlert, CircleCheck, CircleX } from 'lucide-react'
import type { ProviderCheck } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { providerWords } from './words.ts'

const MARKS = {
  good: { icon: CircleCheck, look: 'text-ink-soft' },
  note: { icon: CircleAlert, look: 'text-lamp-ink' },
  bad: { icon: CircleX, look: 'text-wrong' },
} as const

/** What a check found, each with what can be done. */
export function Findings({ check: { at, sound, findings } }: { check: ProviderCheck }) {
  const t = useWords(providerWords)
  return (
    <div className="mt-5">
      <p className="font-medium">{t(sound ? 'check.sound' : 'check.unsound')}</p>
      <ul className="mt-3 flex flex-col gap-2.5">
        {findings.map(({ key, verdict, says }) => {
          const { icon: Icon, look } = MARKS[verdict]
          return (
            <li key={key} className="flex max-w-[68ch] items-start gap-3">
              <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${look}`} />
              <span className="min-w-0 wrap-anywhere">
                <span className="heard-only">{t(`verdict.${verdict}`)}: </span>
                {says}
              </span>
            </li>
          )
        })}
      </ul>
      {sound && <p className="mt-4 max-w-[68ch] text-small text-ink-soft">{t('check.rest')}</p>}
      <p className="mt-2 text-small text-ink-soft">
        {t('check.at')} <DateTime at={at} />
      </p>
    </div>
  )
}
