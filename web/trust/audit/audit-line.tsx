import { Link } from '@tanstack/react-router'
import type { AuditEntryOnWire } from '#trust/contract'
import { useLanguage } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import { exactTime } from '../../ui/time-words.ts'
import { useWorkspace } from '../../ui/workspace.ts'
import { deedWords, isKnownDeed } from './deeds.ts'
import { auditWords } from './words.ts'

export function AuditLine({ entry }: { entry: AuditEntryOnWire }) {
  const t = useWords(auditWords)
  const deed = useWords(deedWords)
  const language = useLanguage()
  const at = new Date(entry.at)
  const name =
    entry.actorName ??
    (entry.actor === 'member' ? t('actor.gone') : t(`actor.${entry.actor}` as 'actor.heed' | 'actor.command'))
  const more = Object.values(entry.particulars).filter(
    (value) => typeof value === 'string' || typeof value === 'number',
  )
  return (
    <li className="flex items-baseline gap-4 py-2.5">
      <time
        dateTime={entry.at}
        title={exactTime(at, language)}
        className="figures w-12 shrink-0 text-small text-ink-soft"
      >
        {new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at)}
      </time>
      <span className="min-w-0 flex-1">
        <span className="font-medium">{name}</span> {isKnownDeed(entry.deed) ? deed(entry.deed) : entry.deed}
        {more.length > 0 && <span className="text-ink-soft"> ({more.join(', ')})</span>} <RecordLink entry={entry} />
      </span>
      <span className="figures shrink-0 text-tiny text-ink-faint">{entry.seq}</span>
    </li>
  )
}

/** The way to the record, where it has a page and is still there. */
function RecordLink({ entry }: { entry: AuditEntryOnWire }) {
  const t = useWords(auditWords)
  const workspace = useWorkspace()
  const { id } = entry.about
  if (typeof id !== 'string' || entry.deed.startsWith('delete ')) return null
  const place = /\/(persons|voices|surveys)\b/.exec(entry.deed)?.[1]
  if (!place) return null
  const look = 'text-small text-ink-soft underline decoration-edge underline-offset-4 hover:text-ink'
  const params = { workspaceId: workspace.id }
  if (place === 'persons')
    return (
      <Link to="/w/$workspaceId/people/$personId" params={{ ...params, personId: id }} className={look}>
        {t('open')}
      </Link>
    )
  if (place === 'voices')
    return (
      <Link to="/w/$workspaceId/voices/$voiceId" params={{ ...params, voiceId: id }} className={look}>
        {t('open')}
      </Link>
    )
  return (
    <Link to="/w/$workspaceId/surveys/$surveyId" params={{ ...params, surveyId: id }} className={look}>
      {t('open')}
    </Link>
  )
}
