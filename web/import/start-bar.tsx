import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Import } from '#listen/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { lacking } from './edit-mapping.ts'
import type { useImportDeeds } from './imports-query.ts'
import { importWords } from './words.ts'

export type Deeds = ReturnType<typeof useImportDeeds>

interface StartBarProps {
  of: Import
  may: boolean
  deeds: Deeds
}

/** Bring it in, or try it first. What happens then stands below, in room that is kept for it. */
export function StartBar({ of, may, deeds: { check, run, takeBack } }: StartBarProps) {
  const t = useWords(importWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const toast = useToast()
  const { mapping, checked, status } = of
  const lacks = lacking(mapping)
  const trying = status === 'checking'
  const safe = t(`go.safe.${mapping.target}`)
  const said = lacks
    ? t(`go.lacks.${lacks}`)
    : trying
      ? t('go.trying')
      : checked
        ? `${triedText(checked, t)} ${safe}`
        : safe
  useTriedAloud(checked ? triedText(checked, t) : null)
  if (!may) return <p className="mt-4 text-small text-ink-soft">{t('go.watch')}</p>
  const discard = (): void =>
    takeBack.mutate(undefined, {
      onSuccess: () => {
        toast.say(t('go.discarded', { name: of.fileName }))
        void navigate({ to: '/w/$workspaceId/import', params: { workspaceId: workspace.id } })
      },
    })
  const wrong = run.error ?? check.error
  return (
    <div className="mt-6">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="deed"
          size="large"
          busy={run.isPending}
          disabled={trying || lacks !== null}
          onClick={() => run.mutate()}
        >
          {checked ? t(`go.${mapping.target}`, { count: checked.added }) : t(`go.plain.${mapping.target}`)}
        </Button>
        <Button size="large" busy={trying || check.isPending} disabled={lacks !== null} onClick={() => check.mutate()}>
          {t('go.try')}
        </Button>
        <Button look="quiet" size="large" busy={takeBack.isPending} disabled={trying} onClick={discard}>
          {t('go.discard')}
        </Button>
      </div>
      <p className="figures mt-3 min-h-[2lh] max-sm:min-h-[4lh] max-w-[68ch] text-small text-ink-soft">{said}</p>
      {wrong && (
        <div className="mt-3">
          <ErrorNotice error={wrong} />
        </div>
      )}
    </div>
  )
}

function triedText(
  { rows, added, known, leftOut, keptInPart }: NonNullable<Import['checked']>,
  t: Translate<typeof importWords.texts>,
): string {
  if (leftOut === 0 && keptInPart === 0 && known === 0 && added > 0) return t('tried.all', { count: rows })
  return [
    t('tried.rows', { count: rows }),
    leftOut > 0 && t('tried.left', { count: leftOut }),
    keptInPart > 0 && t('tried.part', { count: keptInPart }),
    known > 0 && t('tried.twice', { count: known }),
  ]
    .filter(Boolean)
    .join(' ')
}

function useTriedAloud(text: string | null): void {
  const announce = useAnnounce()
  const before = useRef(text)
  useEffect(() => {
    if (text && before.current !== text) announce(text)
    before.current = text
  }, [text, announce])
}
