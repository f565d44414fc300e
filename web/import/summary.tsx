import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Import } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Figures } from './figures.tsx'
import { mayBringIn, useImportDeeds, useNews } from './imports-query.ts'
import { LeftOut } from './left-out.tsx'
import { ReadingLine } from './reading-line.tsx'
import { TakeBack } from './take-back.tsx'
import { useLanding } from './use-landing.ts'
import { importWords } from './words.ts'

/** What came of it: how many, what not and why, and where to go from here. */
export function Summary({ of }: { of: Import }) {
  const t = useWords(importWords)
  const title = useLanding()
  const { status, tally, mapping } = of
  const heading =
    status === 'done'
      ? t(`done.${mapping.target}`, { count: tally.added })
      : t(`${status as 'failed' | 'undone'}.title`)
  useArrival(of, heading)
  const nothingNew = tally.added === 0 && tally.known > 0 && tally.leftOut === 0
  return (
    <>
      <h2 ref={title} tabIndex={-1} className="text-lead font-semibold">
        {heading}
      </h2>
      <p className="mt-1 max-w-[68ch] text-ink-soft">
        {status === 'failed' && `${of.failure ?? ''} ${t('failed.text')}`.trim()}
        {status === 'undone' && t('undone.text', { count: tally.added })}
        {status === 'done' && nothingNew && t('done.allKnown')}
      </p>
      {status === 'done' && mapping.target === 'voices' && tally.added > 0 && <ReadingLine added={tally.added} />}
      {status !== 'undone' && <Figures tally={tally} />}
      <NextSteps of={of} />
      {status !== 'undone' && tally.leftOut + tally.keptInPart > 0 && <LeftOut of={of} />}
      <p className="mt-10 text-small text-ink-faint">
        {t('done.by', { name: of.createdBy })} · <DateTime at={of.createdAt} />
      </p>
    </>
  )
}

function NextSteps({ of }: { of: Import }) {
  const { id, status, mapping, tally } = of
  const t = useWords(importWords)
  const workspace = useWorkspace()
  const { run } = useImportDeeds(id)
  const params = { workspaceId: workspace.id }
  const may = mayBringIn(workspace)
  const voices = mapping.target === 'voices'
  return (
    <div className="mt-6 flex flex-wrap items-center gap-3">
      {status === 'failed' && may && (
        <Button look="deed" busy={run.isPending} onClick={() => run.mutate()}>
          {t('failed.again')}
        </Button>
      )}
      {status === 'done' && voices && (
        <Link to="/w/$workspaceId/today" params={params} className={buttonClass('deed')}>
          {t('next.today')}
        </Link>
      )}
      {status === 'done' && voices && tally.added > 0 && (
        <Link to="/w/$workspaceId/voices" params={params} search={{ importId: id }} className={buttonClass('plain')}>
          {t('next.voices')}
        </Link>
      )}
      {status === 'done' && !voices && (
        <Link to="/w/$workspaceId/people" params={params} className={buttonClass('deed')}>
          {t('next.people')}
        </Link>
      )}
      {(status === 'undone' || !voices || tally.added === 0) && may && (
        <Link
          to="/w/$workspaceId/import"
          params={params}
          className={buttonClass(status === 'undone' ? 'deed' : 'plain')}
        >
          {t('next.again')}
        </Link>
      )}
      {status !== 'undone' && voices && tally.added > 0 && may && <TakeBack of={of} />}
      {run.error && (
        <div className="w-full">
          <ErrorNotice error={run.error} />
        </div>
      )}
    </div>
  )
}

/** Said aloud when one was there to see it happen; everything shown elsewhere is fetched anew. */
function useArrival({ finishedAt }: Import, heading: string): void {
  const announce = useAnnounce()
  const news = useNews()
  const [justNow] = useState(() => finishedAt !== null && Date.now() - Date.parse(finishedAt) < 10_000)
  const arrived = useEffectEvent((text: string) => {
    announce(text)
    void news()
  })
  useEffect(() => {
    if (justNow) arrived(heading)
  }, [justNow, heading])
}
