import { useId, useState, type ReactNode } from 'react'
import type { Import } from '#listen/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Quote } from '../ui/quote.tsx'
import { ScoreMark } from '../ui/score-mark.tsx'
import { importWords } from './words.ts'

type First = Import['first']

/** Enough to see whether it is right; the columns beside it are what one came for. */
const ENOUGH = 6

/** The first rows as they will stand in Heed: drafted by the server as the import itself would. */
export function FirstLook({ of: { first, mapping } }: { of: Import }) {
  const t = useWords(importWords)
  const id = useId()
  const [all, setAll] = useState(false)
  const rows = {
    voices: first.voices.map((voice) => <Voice key={voice.line} voice={voice} />),
    persons: first.persons.map((person) => <Person key={person.line} person={person} />),
    orders: first.orders.map((order) => <Order key={order.line} order={order} />),
  }[mapping.target]
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-1 text-lead font-semibold">
        {t('first.title')}
      </h2>
      {rows.length === 0 && <p className="py-4 text-ink-soft">{t('first.none')}</p>}
      <ul className="divide-y divide-line">{all ? rows : rows.slice(0, ENOUGH)}</ul>
      {!all && rows.length > ENOUGH && (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          {t('first.more', { count: rows.length - ENOUGH })}
        </Button>
      )}
      {first.issues.length > 0 && (
        <ul className="mt-4 flex flex-col gap-1.5 border-t border-line pt-4 text-small text-ink-soft">
          {first.issues.map(({ line, field, reason, kept }) => (
            <li key={`${line} ${field ?? ''}`}>
              {t(kept ? 'first.part' : 'first.left', { line: String(line), reason })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Voice({ voice }: { voice: First['voices'][number] }) {
  const t = useWords(importWords)
  const { text, title, question, saidAt, score, person } = voice
  return (
    <li className="py-6">
      <p className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
        <span className="min-w-0 truncate font-semibold">{person ?? t('first.nobody')}</span>
        <span className="text-ink-faint">{saidAt ? <DateTime at={saidAt} look="date" /> : t('first.undated')}</span>
        {score && <ScoreMark kind={score.kind === 'star' ? 'stars' : score.kind} value={score.value} />}
      </p>
      {question && <p className="mb-1 max-w-[68ch] text-small text-ink-soft">{question}</p>}
      {title && <p className="max-w-(--measure) font-serif text-quote font-semibold text-voice">{title}</p>}
      {text ? (
        <Quote text={text} lines={4} />
      ) : (
        !title && <p className="text-small text-ink-soft">{t('first.silent')}</p>
      )}
    </li>
  )
}

function Person({ person: { name, email, phone, company, consents } }: { person: First['persons'][number] }) {
  const t = useWords(importWords)
  const shown = name ?? email ?? t('first.nameless')
  return (
    <Line
      before={<Avatar name={shown} />}
      title={shown}
      below={[email !== shown && email, phone, company].filter(Boolean).join(' · ')}
      after={consents.map(({ purpose, channel, agrees, at }) => (
        <span key={`${purpose} ${channel}`} className="block">
          {t(agrees ? 'first.yes' : 'first.no', { way: t(`consents.by.${channel}`) })}
          {at && (
            <span className="ms-2 text-tiny text-ink-faint">
              <DateTime at={at} look="date" />
            </span>
          )}
        </span>
      ))}
    />
  )
}

function Order({ order }: { order: First['orders'][number] }) {
  const t = useWords(importWords)
  const language = useLanguage()
  const { number, orderedAt, total, currency, items, person } = order
  const things = items
    .map(({ name, quantity }) => (quantity && quantity !== 1 ? t('first.quantity', { quantity, name }) : name))
    .join(', ')
  return (
    <Line
      title={t('first.order', { number })}
      below={[person, things].filter(Boolean).join(' · ')}
      after={
        <>
          {total !== null && <span className="figures block">{moneyText(total, currency, language)}</span>}
          {orderedAt && (
            <span className="block text-tiny text-ink-faint">
              <DateTime at={orderedAt} look="date" />
            </span>
          )}
        </>
      }
    />
  )
}

function moneyText(total: number, currency: string | null, language: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency: currency ?? '' }).format(total)
  } catch {
    // No currency, or none the browser knows: the figure says enough.
    return `${new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(total)} ${currency ?? ''}`.trim()
  }
}

function Line({
  before,
  title,
  below,
  after,
}: {
  before?: ReactNode
  title: string
  below: string
  after?: ReactNode
}) {
  return (
    <li className="flex items-center gap-4 py-3">
      {before}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{title}</span>
        <span className="block truncate text-small text-ink-soft">{below}</span>
      </span>
      {after && <span className="shrink-0 text-end text-small">{after}</span>}
    </li>
  )
}
