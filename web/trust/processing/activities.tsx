import { ChevronRight } from 'lucide-react'
import type { Processing } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { Section } from '../../ui/page.tsx'
import { processingWords } from './words.ts'

type Activity = Processing['activities'][number]

/** What each part of Heed does with people's data; what it keeps for it, for whoever wants to know. */
export function Activities({ activities }: { activities: Activity[] }) {
  const t = useWords(processingWords)
  return (
    <Section title={t('activities.title')} lead={t('activities.lead')}>
      <ul className="divide-y divide-line border-y border-line">
        {activities.map((activity) => (
          <ActivityItem key={activity.key} activity={activity} />
        ))}
      </ul>
    </Section>
  )
}

function ActivityItem({ activity: { name, why, data, machines } }: { activity: Activity }) {
  const t = useWords(processingWords)
  const running = machines.filter(({ state }) => state !== 'off')
  return (
    <li className="py-4">
      <h3 className="font-medium">{name}</h3>
      <p className="mt-0.5 max-w-[68ch] text-small text-ink-soft">{why}</p>
      <details className="group mt-1">
        <summary className="-ms-1 inline-flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-lg px-1 text-small font-medium text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 transition-transform duration-(--quick) group-open:rotate-90 rtl:-scale-x-100"
          />
          {t('activity.open')}
          <span className="heard-only">: {name}</span>
        </summary>
        <ul className="flex flex-col gap-3 pb-2 text-small">
          {data.map(({ what, fields, until }) => (
            <li key={what} className="max-w-[68ch]">
              <p>
                {what} <span className="text-ink-soft">· {until}</span>
              </p>
              {fields.length > 0 && <p className="text-ink-soft">{fields.join(', ')}</p>}
            </li>
          ))}
        </ul>
        {running.length > 0 && (
          <p className="max-w-[68ch] pb-2 text-small text-ink-soft">
            {t('activity.machines', { names: running.map((one) => one.name).join('; ') })}
          </p>
        )}
      </details>
    </li>
  )
}
