import { Check } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { importWords } from './words.ts'

const exports = [
  'google-reviews',
  'trustpilot',
  'app-store-reviews',
  'google-play-reviews',
  'zendesk-tickets',
  'formbricks-responses',
  'shopify-orders',
  'hubspot-contacts',
] as const

export function KnownExports() {
  const t = useWords(importWords)
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-small font-semibold">
        {t('known.title')}
      </h2>
      <p className="text-small text-ink-soft">{t('known.lead')}</p>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-x-4 text-small">
        {exports.map((name) => (
          <li key={name} className="flex items-center gap-2 py-1">
            <Check aria-hidden className="size-4 shrink-0 text-ink-faint" />
            {t(`known.${name}`)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-small text-ink-soft">{t('known.generic')}</p>
    </section>
  )
}
