import { Link } from '@tanstack/react-router'
import type { Case } from '#act/contract'
import { wordsOf } from '#understand/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { Badge } from '../ui/badge.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { FeelingMark } from '../ui/feeling-mark.tsx'
import { Quote } from '../ui/quote.tsx'
import { ScoreMark } from '../ui/score-mark.tsx'
import { relativeTime } from '../ui/time-words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { Emergency, EmergencySign } from './emergency.tsx'
import { evidenceShown, feelingShown } from './shown-reading.ts'
import { todayWords } from './words.ts'

/** The letter itself: who wrote, when, where, and their words with the evidence underlined. */
export function LetterWords({ found, now }: { found: Case; now: Date }) {
  const t = useWords(todayWords)
  const { voice } = found
  const words = wordsOf(voice)
  const feeling = voice.reading && feelingShown(voice.reading)
  return (
    <>
      <EmergencySign found={found} />
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-ink-soft">
        <h2 tabIndex={-1} data-letter-title className="text-body font-semibold text-ink">
          <Who found={found} />
        </h2>
        <span>{voice.source}</span>
        <DateTime at={voice.saidAt} />
        {voice.score && (
          <ScoreMark kind={voice.score.kind === 'star' ? 'stars' : voice.score.kind} value={voice.score.value} />
        )}
        {feeling && <FeelingMark feeling={feeling} intensity={voice.reading?.intensity} />}
        {voice.reading?.corrected && <Badge look="outline">{t('corrected')}</Badge>}
        {found.cameBack && <Badge look="lamp">{t('came.back')}</Badge>}
        {found.history && <Badge>{t('history')}</Badge>}
      </header>
      {voice.question && <p className="mt-5 text-small text-ink-soft">{t('asked', { question: voice.question })}</p>}
      <div className="mt-5">
        {words ? (
          <Quote
            text={words}
            size="letter"
            evidence={signsOf(found) ?? (voice.reading ? evidenceShown(voice.reading) : [])}
            language={voice.reading?.language}
          />
        ) : (
          <p className="text-lead text-ink-soft">{t('silent')}</p>
        )}
      </div>
      {found.added.map((one) => (
        <div key={one.voiceId} className="mt-6 border-s-2 border-lamp ps-4">
          <p className="mb-1 text-small text-ink-soft">
            {t('added')} <DateTime at={one.at} />
          </p>
          <Quote text={one.text} />
        </div>
      ))}
      <Due found={found} now={now} />
      <Emergency found={found} />
    </>
  )
}

function Who({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const { id: workspaceId } = useWorkspace()
  if (!found.person) return t('nameless')
  return (
    <Link
      to="/w/$workspaceId/people/$personId"
      params={{ workspaceId, personId: found.person.id }}
      className="underline decoration-edge/60 underline-offset-4 hover:decoration-current"
    >
      {found.person.name || t('nameless')}
    </Link>
  )
}

/** When an answer was promised, in the lamp's colour only once it is late. */
function Due({ found, now }: { found: Case; now: Date }) {
  const t = useWords(todayWords)
  const language = useLanguage()
  if (!found.dueAt || found.status === 'resolved') return null
  const due = new Date(found.dueAt)
  const late = due < now
  return (
    <p className={late ? 'mt-6 text-small font-semibold text-lamp-ink' : 'mt-6 text-small text-ink-soft'}>
      {t(late ? 'due.late' : 'due.soon', { when: relativeTime(due, now, language) })}
    </p>
  )
}

/** Which words sounded like danger, underlined as what led there. */
const signsOf = (found: Case) =>
  found.emergency?.signs.map(({ start, end }) => ({ start, end, for: 'crisis' as const, weight: 1 }))
