import { Link } from '@tanstack/react-router'
import { proportion } from '#engine'
import {
  isScale,
  OTHER,
  SCALES,
  textIn,
  type Definition,
  type Question,
  type QuestionResult,
  type ScaleKind,
} from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { BarRows } from '../ui/bar-row.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Quote } from '../ui/quote.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Score } from './score.tsx'
import { Spread } from './spread.tsx'
import { surveysWords } from './words.ts'

interface QuestionFoundProps {
  row: QuestionResult
  question: Question | undefined
  definition: Definition
  language: string
}

/** What one question found, in the form its kind asks for. */
export function QuestionFound({ row, question, definition, language }: QuestionFoundProps) {
  const t = useWords(surveysWords)
  const kind = row.kind as Question['kind']
  if (row.n === 0) return <p className="text-body text-ink-soft">{t('found.none')}</p>
  if (isScale(kind)) return <Scored row={row} kind={kind} />
  if (kind === 'consent')
    return (
      <Shares
        row={row}
        parts={[
          { id: '1', label: t('yes') },
          { id: '0', label: t('no') },
        ]}
        counts={row.numbers}
      />
    )
  if (kind === 'text') return <Said row={row} />
  const choices = question && 'choices' in question ? question.choices : []
  const parts = [
    ...choices.map((choice) => ({ id: choice.id, label: textIn(choice.text, language, definition) })),
    ...Object.keys(row.choices)
      .filter((id) => !choices.some((choice) => choice.id === id))
      .map((id) => ({ id, label: id === OTHER ? t('choice.otherName') : t('found.choiceGone', { id }) })),
  ]
  return (
    <>
      <Shares row={row} parts={parts} counts={row.choices} />
      {row.words.length > 0 && (
        <div className="mt-4">
          <Said row={row} />
        </div>
      )}
    </>
  )
}

function Scored({ row, kind }: { row: QuestionResult; kind: ScaleKind }) {
  const [low, high] = SCALES[kind]
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <Score kind={kind} numbers={row.numbers} />
      <Spread numbers={row.numbers} low={low} high={high} />
    </div>
  )
}

/** Shares with the range each probably lies in; below ten answers only what was counted. */
function Shares({
  row,
  parts,
  counts,
}: {
  row: QuestionResult
  parts: { id: string; label: string }[]
  counts: Record<string, number>
}) {
  const t = useWords(surveysWords)
  const rows = parts.map((part) => ({
    ...part,
    count: counts[part.id] ?? 0,
    share: proportion(counts[part.id] ?? 0, row.n),
  }))
  const counted = rows[0]?.share?.show === 'counts-only'
  return (
    <>
      <BarRows
        label={t('found.shares')}
        bars={rows.map(({ id, label, count, share }) => ({
          id,
          label: <span className="whitespace-normal">{label}</span>,
          value: count / row.n,
          low: counted ? null : (share?.low ?? null),
          high: counted ? null : (share?.high ?? null),
          said: counted ? String(count) : `${Math.round((100 * count) / row.n)}%`,
          ...(counted ? {} : { rests: String(count) }),
        }))}
      />
      <p className="figures mt-2 text-tiny text-ink-soft">
        {t('answers', { count: row.n })}
        {counted && ` · ${t('found.few')}`}
      </p>
    </>
  )
}

function Said({ row }: { row: QuestionResult }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  return (
    <>
      <ul className="flex flex-col gap-5">
        {row.words.map((word) => (
          <li key={`${word.at} ${word.text}`}>
            <Quote
              text={word.text}
              lines={4}
              source={
                <>
                  <DateTime at={word.at} />
                  {word.voiceId && (
                    <>
                      {' · '}
                      <Link
                        to="/w/$workspaceId/voices"
                        params={{ workspaceId: workspace.id }}
                        search={{ voice: word.voiceId } as never}
                        className="underline underline-offset-4"
                      >
                        {t('found.voice')}
                      </Link>
                    </>
                  )}
                </>
              }
            />
          </li>
        ))}
      </ul>
      <p className="figures mt-3 text-tiny text-ink-soft">
        {t(row.kind === 'text' ? 'answers' : 'found.others', { count: row.kind === 'text' ? row.n : row.words.length })}
      </p>
    </>
  )
}
