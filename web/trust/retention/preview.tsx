import { useQuery } from '@tanstack/react-query'
import { RetentionPreview } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { retentionWords } from './words.ts'

interface PreviewProps {
  kind: string
  title: string
  months: number
  busy: boolean
  onClose: () => void
  onDecide: () => void
}

const MONTHS_SHOWN = 12

/** What would go, before anybody decides it. */
export function Preview({ kind, title, months, busy, onClose, onDecide }: PreviewProps) {
  const t = useWords(retentionWords)
  const workspace = useWorkspace()
  const preview = useQuery({
    queryKey: [workspace.id, 'retention', 'preview', kind, months],
    queryFn: ({ signal }) =>
      api.get(workspace.path('retention', kind, 'preview'), { schema: RetentionPreview, query: { months }, signal }),
  })
  const found = preview.data
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look={found && found.gone > 0 ? 'lamp' : 'deed'} disabled={!found} busy={busy} onClick={onDecide}>
            {t('preview.go')}
          </Button>
        </>
      }
    >
      {preview.isPending && <SkeletonText lines={4} />}
      {preview.isError && <ErrorNotice error={preview.error} retry={preview.refetch} />}
      {found && (
        <div className="flex flex-col gap-4">
          <p>
            {found.gone === 0 ? t('preview.nothing') : t('preview.gone', { count: found.gone })}{' '}
            {found.held > 0 && t('preview.held', { count: found.held })}
          </p>
          {found.months.length > 0 && (
            <table className="figures w-full text-small">
              <caption className="pb-1 text-start text-ink-soft">{t('preview.months')}</caption>
              <thead className="sr-only">
                <tr>
                  <th scope="col">{t('preview.month')}</th>
                  <th scope="col">{t('preview.count')}</th>
                </tr>
              </thead>
              <tbody>
                {found.months.slice(-MONTHS_SHOWN).map(({ month, count }) => (
                  <tr key={month} className="border-t border-line">
                    <td className="py-1">{month}</td>
                    <td className="py-1 text-end">{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {found.examples.length > 0 && (
            <div className="text-small">
              <p className="text-ink-soft">{t('preview.examples')}</p>
              <ul className="flex flex-col gap-1">
                {found.examples.map(({ at, says }) => (
                  <li key={`${at} ${says}`} className="break-words" dir="auto">
                    <DateTime at={at} look="date" /> {says && `· ${says}`}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {found.gone > 0 && <p className="text-small">{t('preview.final')}</p>}
        </div>
      )}
    </Dialog>
  )
}
