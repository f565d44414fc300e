import { ExternalLink, Mail, Phone } from 'lucide-react'
import type { Case } from '#act/contract'
import { wordsOf } from '#understand/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { buttonClass } from '../ui/button.tsx'
import { shortDate } from '../ui/time-words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { todayWords } from './words.ts'

const quoted = 1_200

/** The ways to reach this person that they themselves gave. */
export function LetterReply({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const { name: business } = useWorkspace()
  const language = useLanguage()
  const reach = (kind: 'email' | 'phone') =>
    found.contact?.identities.filter((one) => one.kind === kind).map((one) => one.value) ?? []
  const mails = reach('email')
  const phones = reach('phone')
  const words = wordsOf(found.voice).slice(0, quoted).replaceAll(/^/gm, '> ')
  const body = t('reply.body', {
    name: found.person?.name ?? '',
    date: shortDate(new Date(found.voice.saidAt), language),
    words,
  })
  const letterTo = (address: string): string =>
    `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(t('reply.subject', { business }))}&body=${encodeURIComponent(body)}`
  const none = mails.length === 0 && phones.length === 0
  return (
    <section>
      <h3 className="text-body font-semibold">{t('reply.title')}</h3>
      {none && !found.voice.url && <p className="mt-2 max-w-(--measure) text-small text-ink-soft">{t('reply.none')}</p>}
      <ul className="mt-3 flex flex-wrap gap-2">
        {mails.map((address) => (
          <Way key={address} href={letterTo(address)} icon={Mail} text={t('reply.mail', { address })} />
        ))}
        {phones.map((number) => (
          <Way
            key={number}
            href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}
            icon={Phone}
            text={t('reply.call', { number })}
          />
        ))}
        {found.voice.url && <Way href={found.voice.url} icon={ExternalLink} text={t('reply.open')} away />}
      </ul>
    </section>
  )
}

function Way({ href, icon: Icon, text, away }: { href: string; icon: typeof Mail; text: string; away?: boolean }) {
  return (
    <li className="min-w-0 max-w-full">
      <a
        href={href}
        className={`${buttonClass('plain')} max-w-full`}
        {...(away ? { target: '_blank', rel: 'noreferrer' } : {})}
      >
        <Icon aria-hidden className="-ms-0.5 size-[1.125em] shrink-0" />
        <span className="min-w-0 truncate">{text}</span>
      </a>
    </li>
  )
}
