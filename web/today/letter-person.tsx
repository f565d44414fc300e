import { Link } from '@tanstack/react-router'
import type { Case } from '#act/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { DateTime } from '../ui/date-time.tsx'
import { FeelingShape } from '../ui/feeling-mark.tsx'
import { Quote } from '../ui/quote.tsx'
import { shortDate } from '../ui/time-words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { moneyText } from './money-text.ts'
import { todayWords } from './words.ts'

/** Who this is and what was before: enough to answer as somebody who remembers. */
export function LetterPerson({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const { id: workspaceId } = useWorkspace()
  return (
    <aside className="flex min-w-0 flex-col gap-8 text-small">
      <section>
        <h3 className="text-body font-semibold">{t('person.title')}</h3>
        {found.contact ? (
          <Known contact={found.contact} />
        ) : (
          <p className="mt-2 text-ink-soft">{t('person.unknown')}</p>
        )}
        {found.contact && (
          <Link
            to="/w/$workspaceId/people/$personId"
            params={{ workspaceId, personId: found.contact.id }}
            className="mt-2 inline-flex min-h-11 items-center underline decoration-edge/60 underline-offset-4 hover:decoration-current"
          >
            {t('person.open')}
          </Link>
        )}
      </section>
      <Troubles found={found} />
      <Orders orders={found.orders} />
      <Earlier voices={found.earlier.filter(({ id }) => found.added.every((one) => one.voiceId !== id))} />
    </aside>
  )
}

function Known({ contact }: { contact: NonNullable<Case['contact']> }) {
  const t = useWords(todayWords)
  const language = useLanguage()
  const { orders } = contact
  const sum = orders.totals.map(({ minor, currency }) => moneyText(minor, currency, language)).join(' + ')
  const attributes = Object.entries(contact.attributes).slice(0, 6)
  return (
    <div className="mt-2 flex flex-col gap-1 text-ink-soft">
      <p>{[t(`person.kind.${contact.kind}`), contact.company].filter(Boolean).join(' · ')}</p>
      {orders.count > 0 && <p className="figures">{t('person.orders', { count: orders.count, sum })}</p>}
      {orders.firstAt && <p>{t('person.since', { date: shortDate(new Date(orders.firstAt), language) })}</p>}
      {attributes.map(([name, value]) => (
        <p key={name} className="truncate">
          <span className="text-ink-faint">{name}:</span> {String(value)}
        </p>
      ))}
    </div>
  )
}

function Troubles({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const { id: workspaceId } = useWorkspace()
  if (found.troubles.length === 0) return null
  return (
    <section>
      <h3 className="text-body font-semibold">{t('troubles.title')}</h3>
      <ul className="mt-1">
        {found.troubles.map((one) => (
          <li key={one.id}>
            <Link
              to="/w/$workspaceId/today"
              params={{ workspaceId }}
              search={{ case: one.id }}
              className="-mx-2 block rounded-lg px-2 py-2 hover:bg-well"
            >
              <span className="block text-ink">{one.cause ?? t('trouble.open')}</span>
              {one.done && <span className="block text-ink-soft">{one.done}</span>}
              <span className="block text-ink-faint">
                <DateTime at={one.saidAt} look="date" />
                {one.feltHeard !== null && ` · ${t(one.feltHeard ? 'trouble.heard' : 'trouble.unheard')}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Orders({ orders }: { orders: Case['orders'] }) {
  const t = useWords(todayWords)
  const language = useLanguage()
  if (orders.length === 0) return null
  return (
    <section>
      <h3 className="text-body font-semibold">{t('orders.title')}</h3>
      <ul className="mt-2 flex flex-col gap-2">
        {orders.map((order) => (
          <li key={order.id}>
            <p className="flex justify-between gap-3">
              <span className="min-w-0 truncate">
                {order.items
                  .map((item) => (item.quantity === 1 ? item.name : `${item.quantity} × ${item.name}`))
                  .join(', ') || order.number}
              </span>
              <span className="figures shrink-0">{moneyText(order.totalMinor, order.currency, language)}</span>
            </p>
            <p className="text-ink-faint">
              <DateTime at={order.orderedAt} look="date" />
              {order.refundedMinor > 0 &&
                ` · ${t('order.refunded', { sum: moneyText(order.refundedMinor, order.currency, language) })}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Earlier({ voices }: { voices: Case['earlier'] }) {
  const t = useWords(todayWords)
  if (voices.length === 0) return null
  return (
    <section>
      <h3 className="text-body font-semibold">{t('earlier.title')}</h3>
      <ul className="mt-2 flex flex-col gap-4">
        {voices.map((voice) => (
          <li key={voice.id}>
            <p className="flex items-center gap-1.5 text-ink-faint">
              {voice.family && <FeelingShape feeling={voice.family} className="size-2.5" />}
              <DateTime at={voice.saidAt} /> · <span className="truncate">{voice.source}</span>
              {voice.score && <span className="figures">· {voice.score.value}</span>}
            </p>
            {voice.text || voice.title ? (
              <Quote text={voice.text || voice.title} size="small" lines={3} />
            ) : (
              <p className="text-ink-soft">{t('silent')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
