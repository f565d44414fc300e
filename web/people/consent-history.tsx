import type { ConsentEntry, PersonConsent } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { DateTime } from '../ui/date-time.tsx'
import { consentWords } from './consent-words.ts'

/** The record itself, folded away: who said what, when and how, with the words they saw. */
export function ConsentHistory({ consent }: { consent: PersonConsent }) {
  const t = useWords(consentWords)
  const titleOf = (key: string) => consent.purposes.find((purpose) => purpose.key === key)?.title ?? key
  return (
    <details className="mt-5">
      <summary className="thumb cursor-pointer text-small text-ink-soft underline decoration-edge underline-offset-4 hover:text-ink">
        {t('history')}
      </summary>
      {consent.history.length === 0 && <p className="text-small text-ink-soft">{t('history.none')}</p>}
      <ol className="mt-3 flex flex-col gap-4">
        {consent.history.map((entry) => (
          <Entry key={entry.id} entry={entry} title={titleOf(entry.purpose)} />
        ))}
      </ol>
    </details>
  )
}

function Entry({ entry, title }: { entry: ConsentEntry; title: string }) {
  const t = useWords(consentWords)
  return (
    <li className="text-small">
      <p>
        {t(`act.${entry.act}`, { purpose: title, channel: t(`channel.${entry.channel}`) })}
        <span className="text-ink-soft">
          , {entry.way === 'team' ? t('way.team', { name: entry.by }) : t(`way.${entry.way}`)},{' '}
          <DateTime at={entry.at} look="date" />
        </span>
      </p>
      {entry.shown && (
        <p className="mt-1 border-s-2 border-line ps-3 text-ink-soft" lang={entry.language ?? undefined} dir="auto">
          {entry.shown}
          {entry.version && (
            <span className="ms-2 text-tiny text-ink-faint">
              {t('version', { version: entry.version, language: entry.language ?? '' })}
            </span>
          )}
        </p>
      )}
      {entry.note && <p className="mt-1 text-ink-soft">{entry.note}</p>}
    </li>
  )
}
