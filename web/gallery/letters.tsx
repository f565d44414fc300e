import type { Family } from '#engine'
import { Badge } from '../ui/badge.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { FeelingMark } from '../ui/feeling-mark.tsx'
import { Quote } from '../ui/quote.tsx'
import type { EvidenceSpan } from '../ui/quote-pieces.ts'
import { ScoreMark } from '../ui/score-mark.tsx'
import { Shown } from './shown.tsx'

const worried =
  'This is the third Saturday the bread did not come, and nobody told me why. I am worried you have forgotten us, my mother waits at the window for it. Please call me today.'

function spot(text: string, words: string, reason: EvidenceSpan['for'], weight: number): EvidenceSpan {
  const start = text.indexOf(words)
  return { start, end: start + words.length, for: reason, weight }
}

const evidence = [
  spot(worried, 'third Saturday', 'kind:complaint', 0.9),
  spot(worried, 'nobody told me why', 'emotion:annoyance', 1.1),
  spot(worried, 'worried', 'emotion:nervousness', 1.8),
  spot(worried, 'forgotten us', 'emotion:sadness', 1.4),
  spot(worried, 'call me today', 'urgency', 1.3),
]

const aDayAgo = new Date(Date.now() - 26 * 3_600_000)
const glad = 'Tom kept two rye loaves for me when the rain held me up. That is why we come here.'
const families: readonly Family[] = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'neutral']

export function Letters() {
  return (
    <>
      <Shown title="A letter on the table">
        <article>
          <header className="mb-4 flex items-center gap-3">
            <Avatar name="Ada Brandt" />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">Ada Brandt</p>
              <p className="text-small text-ink-soft">
                E-mail, <DateTime at={aDayAgo} />
              </p>
            </div>
            <Badge look="lamp">Needs you now</Badge>
          </header>
          <Quote size="letter" text={worried} evidence={evidence} language="en" />
          <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1">
            <FeelingMark feeling="fear" intensity={0.8} />
            <FeelingMark feeling="sadness" intensity={0.5} />
            <span className="text-small text-ink-soft">reads as a third complaint, waiting more than a day</span>
          </p>
        </article>
      </Shown>
      <Shown title="In a list">
        <div className="divide-y divide-line">
          <div className="py-4">
            <Quote
              text={glad}
              source={
                <>
                  Jonas Weil, review, <DateTime look="date" at="2026-11-14" />
                </>
              }
              evidence={[spot(glad, 'That is why we come here', 'emotion:gratitude', 1)]}
            />
            <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
              <FeelingMark feeling="joy" intensity={0.7} />
              <ScoreMark kind="stars" value={5} />
              <ScoreMark kind="nps" value={9} />
            </p>
          </div>
          <div className="py-4">
            <Quote
              size="small"
              lines={2}
              text="كان الخبز طازجًا والخدمة لطيفة، لكن الانتظار كان طويلًا جدًا."
              language="ar"
            />
            <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
              <FeelingMark feeling="anger" intensity={0.2} />
              <ScoreMark kind="csat" value={3} />
              <ScoreMark kind="ces" value={6} />
            </p>
          </div>
        </div>
      </Shown>
      <Shown title="Feelings: shape, word, colour">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {families.map((feeling) => (
            <li key={feeling}>
              <FeelingMark feeling={feeling} />
            </li>
          ))}
        </ul>
      </Shown>
    </>
  )
}
