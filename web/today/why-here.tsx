import { CASE_WHY, type Case } from '#act/contract'
import { catalogue } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.ts'
import { useMe } from '../ui/me.ts'
import { Why } from '../ui/why.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { OffToday } from './off-today.tsx'
import { reasonText } from './reason-text.ts'
import { reasonWords, todayWords } from './words.ts'

const caseWhyWords = catalogue('case-why', CASE_WHY)

/** The reason in one sentence; behind it what put this letter where it lies, and how to say that it does not belong here. */
export function WhyHere({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const because = useWords(reasonWords)
  const workspace = useWorkspace()
  const me = useMe().data?.account?.id
  const others = found.status === 'taken' && found.assignee?.id !== me
  // What somebody has worked on is closed with a word on what was done; taking it off would lose that.
  const worked =
    found.status === 'resolved' || found.notes.length > 0 || found.steps.some((one) => one.kind === 'asked')
  const mayTakeOff = workspace.role !== 'observer' && !worked && !others && !found.crisis
  return (
    <div className="mt-6 max-w-(--measure) border-t border-line pt-4">
      <p className="text-body text-ink-soft">{reasonText(found.parts, because)}.</p>
      <div className="mt-1 flex flex-wrap gap-x-4">
        <Why path={workspace.path('cases', found.id, 'explanation')} words={caseWhyWords} label={t('why.title')} />
        {mayTakeOff && <OffToday found={found} />}
      </div>
    </div>
  )
}
