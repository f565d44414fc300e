import type { SurveyStatus } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from '../ui/class-names.ts'
import { surveysWords } from './words.ts'

const dots: Record<SurveyStatus, string> = {
  draft: 'ring-1 ring-edge ring-inset',
  open: 'bg-deed',
  closed: 'bg-edge',
}

/** Full while people can answer, hollow before, grey after; and always the word. */
export function StatusMark({ status }: { status: SurveyStatus }) {
  const t = useWords(surveysWords)
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={classNames('drawn size-2.5 rounded-full', dots[status])} />
      {t(`status.${status}`)}
    </span>
  )
}
