import { useEffect, useRef, useState } from 'react'
import type { Import } from '#listen/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Progress } from '../ui/progress.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Figures } from './figures.tsx'
import { mayBringIn } from './imports-query.ts'
import { percentOf } from './percent.ts'
import { TakeBack } from './take-back.tsx'
import { spanOf, timeLeft, type Mark } from './time-left.ts'
import { useLanding } from './use-landing.ts'
import { importWords } from './words.ts'

/** While it comes in: how far, how long still, and that one need not stay. */
export function ComingIn({ of, at }: { of: Import; at: number }) {
  const t = useWords(importWords)
  const language = useLanguage()
  const may = mayBringIn(useWorkspace())
  const running = of.status === 'running'
  const title = useLanding()
  const left = useTimeLeft(of, at)
  useProgressAloud(of)
  return (
    <>
      <h2 ref={title} tabIndex={-1} className="text-lead font-semibold">
        {running ? t('run.running') : t('run.waiting')}
      </h2>
      <div className="mt-4">
        <Progress
          label={
            left
              ? t(`left.${left.unit}`, { count: left.count })
              : running && of.progress > 0
                ? t('run.pace')
                : t('run.starting')
          }
          value={running ? of.progress : null}
          detail={t('run.detail', { percent: percentOf(of.progress, language) })}
        />
      </div>
      <Figures tally={of.tally} />
      <p className="mb-6 max-w-[68ch] text-small text-ink-soft">{t('run.leave')}</p>
      {may && of.mapping.target === 'voices' && (
        <div className="-ms-4">
          <TakeBack of={of} label={t('run.stop')} />
        </div>
      )}
    </>
  )
}

/** The pace since this page first looked: what went before may have been another day. */
function useTimeLeft({ status, progress }: Import, at: number) {
  const [first, setFirst] = useState<Mark | null>(null)
  useEffect(() => {
    if (status === 'running') setFirst((before) => before ?? { at, progress })
  }, [status, at, progress])
  const left = first ? timeLeft(first, { at, progress }) : null
  return left === null ? null : spanOf(left)
}

const STEP = 0.25

/** Every quarter is said once; a figure a second would leave nobody in peace. */
function useProgressAloud({ progress, status }: Import): void {
  const t = useWords(importWords)
  const language = useLanguage()
  const announce = useAnnounce()
  const quarter = status === 'running' ? Math.floor(progress / STEP) : 0
  const said = useRef(quarter)
  useEffect(() => {
    if (quarter > said.current) announce(t('run.heard', { percent: percentOf(quarter * STEP, language) }))
    said.current = quarter
  }, [quarter, announce, t, language])
}
