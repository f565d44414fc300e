import { Download } from 'lucide-react'
import { useState } from 'react'
import type { Survey } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Banner } from '../ui/banner.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Copyable } from './copyable.tsx'
import { Embed } from './embed.tsx'
import { LinksPanel } from './links-panel.tsx'
import { surveysWords } from './words.ts'

/** Ways to people: a link, a poster, a mail, a page of one's own, and links for one answer each. */
export function Share({ survey, may }: { survey: Survey; may: boolean }) {
  const t = useWords(surveysWords)
  const onlyLinks = survey.definition.access === 'links'
  return (
    <div className="max-w-3xl">
      {survey.status !== 'open' && (
        <div className="mb-8">
          <Banner>{t(survey.status === 'draft' ? 'share.draft' : 'share.closed')}</Banner>
        </div>
      )}
      {!onlyLinks && (
        <>
          <Section title={t('share.link')} lead={t('share.link.lead')}>
            <Copyable label={t('share.link')} text={survey.url} />
          </Section>
          <Poster survey={survey} />
          <Section title={t('share.mail')} lead={t('share.mail.lead')}>
            <Copyable
              label={t('share.mail')}
              rows={4}
              text={t('share.mail.text', { url: `${survey.url}?source=mail` })}
            />
          </Section>
          <Section title={t('share.embed')} lead={t('share.embed.lead')}>
            <Embed survey={survey} may={may} />
          </Section>
        </>
      )}
      <LinksPanel survey={survey} may={may} />
    </div>
  )
}

function Poster({ survey }: { survey: Survey }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const [place, setPlace] = useState('')
  const source = place.trim() || 'poster'
  const picture = `${workspace.path('surveys', survey.id, 'qr.svg')}&source=${encodeURIComponent(source)}`
  return (
    <Section title={t('share.qr')} lead={t('share.qr.lead')}>
      <div className="flex flex-wrap items-start gap-6">
        {/* White also by night: a scanner wants dark on light. */}
        <img
          src={picture}
          alt={t('share.qr.alt', { url: survey.url })}
          className="size-44 rounded-xl bg-[#fff] ring-1 ring-line"
        />
        <div className="flex min-w-0 flex-1 basis-56 flex-col items-start gap-4">
          <TextInput
            optional
            label={t('share.qr.place')}
            hint={t('share.qr.place.hint')}
            maxLength={80}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
          <a href={picture} download={`heed-${source}.svg`} className={buttonClass('plain')}>
            <Download aria-hidden className="size-[1.125em]" />
            {t('share.qr.download')}
          </a>
        </div>
      </div>
    </Section>
  )
}
