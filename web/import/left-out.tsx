import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { Import } from '#listen/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Section } from '../ui/page.tsx'
import { SkeletonText } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { groupReasons, type Reason } from './group-reasons.ts'
import { issuesQuery } from './imports-query.ts'
import { importWords } from './words.ts'

/** Many rows fail for few reasons. Each reason once, and the rows themselves as a table to mend and bring in again. */
export function LeftOut({ of: { id, tally } }: { of: Import }) {
  const t = useWords(importWords)
  const workspace = useWorkspace()
  const issues = useQuery(issuesQuery(workspace, id))
  const { data: shown = [], meta: { total = 0 } = {} } = issues.data ?? {}
  return (
    <div className="mt-12">
      <Section title={t('issues.title')} lead={tally.leftOut > 0 ? t('issues.lead') : undefined}>
        {issues.isPending && <SkeletonText lines={3} />}
        {issues.isError && <ErrorNotice error={issues.error} retry={issues.refetch} />}
        <ul className="divide-y divide-line border-y border-line">
          {groupReasons(shown).map((reason) => (
            <li key={`${reason.kept} ${reason.text} ${reason.lines[0]}`} className="py-4">
              <OneReason reason={reason} />
            </li>
          ))}
        </ul>
        {total > shown.length && (
          <p className="mt-3 text-small text-ink-soft">{t('issues.some', { shown: shown.length, total })}</p>
        )}
        {tally.leftOut > 0 && (
          <a href={workspace.path('imports', id, 'issues.csv')} download className={`mt-5 ${buttonClass('plain')}`}>
            <Download aria-hidden className="-ms-0.5 size-[1.125em] shrink-0" />
            {t('issues.csv')}
          </a>
        )}
      </Section>
    </div>
  )
}

function OneReason({ reason: { text, kept, rows, lines, examples } }: { reason: Reason }) {
  const t = useWords(importWords)
  return (
    <>
      <p>{text}</p>
      <p className="figures mt-0.5 text-small text-ink-soft">
        {[t(kept ? 'issues.part' : 'issues.left', { count: rows }), linesText(lines, rows, t)].join(' · ')}
      </p>
      {examples.length > 0 && (
        <p className="mt-0.5 truncate text-small text-ink-faint">
          {t('issues.such', { examples: examples.map((value) => t('columns.quoted', { value })).join(', ') })}
        </p>
      )}
    </>
  )
}

function linesText(lines: readonly number[], rows: number, t: Translate<typeof importWords.texts>): string {
  const named = lines.join(', ')
  return t('issues.lines', {
    count: lines.length,
    lines: rows > lines.length ? t('issues.more', { lines: named }) : named,
  })
}
