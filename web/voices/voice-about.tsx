import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Voice } from '#understand/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { exactTime } from '../ui/time-words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { languageName } from './language-name.ts'
import { voicesWords } from './words.ts'

const linkClass = 'underline decoration-edge/60 underline-offset-4 hover:decoration-current'

/** Where it comes from, and what came along with it. */
export function VoiceAbout({ voice }: { voice: Voice }) {
  const t = useWords(voicesWords)
  const language = useLanguage()
  const workspace = useWorkspace()
  const spoken = voice.reading?.language ?? voice.language
  const attributes = Object.entries(voice.attributes).filter(([, value]) => value !== null && value !== '')
  return (
    <div className="mt-10 text-small">
      <h3 className="mb-2 font-semibold">{t('about.title')}</h3>
      <dl className="grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-ink-soft">
        <Row name={t('about.source')}>{voice.source}</Row>
        <Row name={t('about.said')}>{exactTime(new Date(voice.saidAt), language)}</Row>
        <Row name={t('about.heard')}>{exactTime(new Date(voice.receivedAt), language)}</Row>
        {spoken && <Row name={t('about.language')}>{languageName(spoken, language)}</Row>}
        {voice.orderNumber && <Row name={t('about.order')}>{voice.orderNumber}</Row>}
        {voice.url && /^https?:/i.test(voice.url) && (
          <Row name={t('about.link')}>
            <a href={voice.url} target="_blank" rel="noreferrer noopener" className={linkClass}>
              {t('about.link.text')}
            </a>
          </Row>
        )}
        {attributes.map(([name, value]) => (
          <Row key={name} name={name}>
            {typeof value === 'object' ? JSON.stringify(value) : String(value)}
          </Row>
        ))}
      </dl>
      {voice.person && (
        <p className="mt-4">
          <Link
            to="/w/$workspaceId/voices"
            params={{ workspaceId: workspace.id }}
            search={{ personId: voice.person.id }}
            className={linkClass}
          >
            {t('about.more')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="break-words text-ink">{children}</dd>
    </>
  )
}
