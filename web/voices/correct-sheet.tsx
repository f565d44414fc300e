import { useState } from 'react'
import { FAMILIES, KINDS, SENTIMENTS, type Family, type Kind, type SentimentLabel } from '#engine'
import { LIMITS, type Voice } from '#understand/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useCorrections } from './use-corrections.ts'
import { voicesWords } from './words.ts'

/** How a person reads it. Whatever they leave as it is stays the engine's. */
export function CorrectSheet({ voice, onClose }: { voice: Voice; onClose: () => void }) {
  const t = useWords(voicesWords)
  const { correct } = useCorrections(voice)
  const verdict = voice.correction?.verdict
  const read = voice.correction?.read ?? voice.reading
  const [family, setFamily] = useState<Family | ''>(verdict?.family ?? '')
  const [kind, setKind] = useState<Kind | ''>(verdict?.kind ?? '')
  const [sentiment, setSentiment] = useState<SentimentLabel | ''>(verdict?.sentiment ?? '')
  const [note, setNote] = useState(voice.correction?.note ?? '')
  const [tried, setTried] = useState(false)
  const nothing = !family && !kind && !sentiment
  const asRead = (what: string) => t('correct.asRead', { what })
  const save = (): void => {
    setTried(true)
    if (nothing) return
    correct.mutate(
      { ...(family && { family }), ...(kind && { kind }), ...(sentiment && { sentiment }), note },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('correct.title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" type="submit" form="correct-form" busy={correct.isPending}>
            {t('correct.save')}
          </Button>
        </>
      }
    >
      <form
        id="correct-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p className="text-small text-ink-soft">{t('correct.text')}</p>
        <Select
          label={t('correct.feeling')}
          value={family}
          error={tried && nothing ? t('correct.nothing') : undefined}
          options={[
            { value: '', label: asRead(read?.family ? t(`feeling.${read.family}`) : t('sentiment.unclear')) },
            ...FAMILIES.map((value) => ({ value, label: t(`feeling.${value}`) })),
          ]}
          onChange={setFamily}
          data-first
        />
        <Select
          label={t('correct.kind')}
          value={kind}
          options={[
            { value: '', label: asRead(t(`kind.${read?.kind ?? 'other'}`)) },
            ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
          onChange={setKind}
        />
        <Select
          label={t('correct.side')}
          value={sentiment}
          options={[
            {
              value: '',
              label: family ? t('correct.side.auto') : asRead(t(`sentiment.${read?.sentiment ?? 'unclear'}`)),
            },
            ...SENTIMENTS.map((value) => ({ value, label: t(`sentiment.${value}`) })),
          ]}
          onChange={setSentiment}
        />
        <TextArea
          label={t('correct.note')}
          optional
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={LIMITS.note}
        />
      </form>
    </Dialog>
  )
}
