import { useMutation } from '@tanstack/react-query'
import { Copy, Ear } from 'lucide-react'
import { HeardQuestion, type Case } from '#act/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { relativeTime } from '../ui/time-words.ts'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import type { Deeds } from './use-deeds.ts'
import { todayWords } from './words.ts'

/** The question that closes the loop: only the person can say whether they felt heard. */
export function AskHeard({ found, now, deeds, mayWork }: { found: Case; now: Date; deeds: Deeds; mayWork: boolean }) {
  const t = useWords(todayWords)
  const language = useLanguage()
  const workspace = useWorkspace()
  const { heard } = found
  const ask = useMutation({
    mutationFn: () => api.post(workspace.path('cases', found.id, 'heard-question'), { schema: HeardQuestion }),
    onSuccess: () => deeds.refresh(found.id),
  })
  if (heard.answer !== null) return <p className="mt-4 font-medium">{t(heard.answer ? 'heard.yes' : 'heard.no')}</p>
  if (!heard.mayAsk) return heard.whyNot ? <p className="mt-4 text-small text-ink-soft">{heard.whyNot}</p> : null
  const when = heard.askedAt ? relativeTime(new Date(heard.askedAt), now, language) : null
  return (
    <div className="mt-4">
      {ask.data ? (
        <Asked question={ask.data} />
      ) : (
        <>
          {when && <p className="mb-2 text-small text-ink-soft">{t('heard.waiting', { when })}</p>}
          {mayWork && (
            <>
              <Button look={when ? 'plain' : 'deed'} icon={Ear} busy={ask.isPending} onClick={() => ask.mutate()}>
                {t(when ? 'heard.again' : 'heard.ask')}
              </Button>
              {!when && <p className="mt-2 text-small text-ink-soft">{t('heard.ask.text')}</p>}
            </>
          )}
        </>
      )}
    </div>
  )
}

function Asked({ question }: { question: HeardQuestion }) {
  const t = useWords(todayWords)
  const toast = useToast()
  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text).then(() => toast.say(t('heard.copied')))
  }
  if (question.mailed) return <p role="status">{t('heard.mailed', { address: question.to ?? '' })}</p>
  return (
    <div role="status">
      {question.notMailed && <p className="mb-2">{question.notMailed}</p>}
      <p className="text-small text-ink-soft">{t('heard.copy.text')}</p>
      <p className="mt-2 max-w-(--measure) rounded-xl bg-sheet p-4 text-small break-words whitespace-pre-line">
        {question.text}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button icon={Copy} onClick={() => copy(question.text)}>
          {t('heard.copy')}
        </Button>
        <Button look="quiet" onClick={() => copy(question.link)}>
          {t('heard.copy.link')}
        </Button>
      </div>
    </div>
  )
}
