import { VOICE_WHY, type Voice } from '#understand/contract'
import { catalogue } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.ts'
import { Why } from '../ui/why.tsx'
import { uiWords } from '../ui/words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { readsText, sureText, whatText } from './reads-text.ts'
import { voicesWords } from './words.ts'

const voiceWhyWords = catalogue('voice-why', VOICE_WHY)

/** How the words read, in one sentence; behind it which words, how sure, and who decided. */
export function VoiceReads({ voice }: { voice: Voice }) {
  const t = useWords(voicesWords)
  const feeling = useWords(uiWords)
  const workspace = useWorkspace()
  const { reading, correction } = voice
  const person =
    correction &&
    t('reads.person', {
      name: correction.byName,
      what: whatText({ ...(reading ?? correction.read), intensity: undefined }, t, feeling),
    })
  return (
    <div className="mt-6 max-w-(--measure) border-t border-line pt-4">
      <p className="text-body text-ink-soft">
        {person ?? readsText(reading, t, feeling)} {reading && !person && sureText(reading, t)}{' '}
        {reading && reading.urgency >= 0.5 && t(reading.urgency >= 0.8 ? 'soon.now' : 'soon.soon')}
      </p>
      {correction?.note && <p className="mt-1 text-small text-ink-soft">“{correction.note}”</p>}
      {correction && (
        <p className="mt-1 text-small text-ink-soft">
          {t('why.engine', { what: whatText(correction.read, t, feeling) })}
        </p>
      )}
      <div className="mt-1">
        <Why path={workspace.path('voices', voice.id, 'explanation')} words={voiceWhyWords} />
      </div>
    </div>
  )
}
