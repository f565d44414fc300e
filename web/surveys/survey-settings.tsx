import { X } from 'lucide-react'
import { useState } from 'react'
import type { Definition } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { controlClass, Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { nameOfLanguage } from './language-name.ts'
import { withText } from './draft.ts'
import type { Builder } from './use-builder.ts'
import { surveysWords } from './words.ts'

/** Offered first; any other tag can be typed into a survey's file. */
const OFFERED = [
  'en',
  'de',
  'fr',
  'es',
  'ar',
  'it',
  'nl',
  'pt',
  'pl',
  'tr',
  'uk',
  'da',
  'sv',
  'nb',
  'fi',
  'cs',
  'he',
  'fa',
  'zh',
  'ja',
]

interface SurveySettingsProps {
  builder: Builder
  language: string
  onEnding: () => void
}

/** Everything around the questions: the first and last words, languages, colour, who may answer. */
export function SurveySettings({ builder, language, onEnding }: SurveySettingsProps) {
  const t = useWords(surveysWords)
  const { definition, change } = builder
  const { ending, theme } = definition
  const set = (part: Partial<Definition>) => change((now) => ({ ...now, ...part }))
  return (
    <div className="mt-12 flex flex-col gap-10">
      <Part title={t('around.words')}>
        <TextInput
          optional
          label={t('around.welcome')}
          hint={t('around.welcome.hint')}
          dir="auto"
          maxLength={600}
          value={definition.welcome?.[language] ?? ''}
          onChange={(event) => set({ welcome: withText(definition.welcome, language, event.target.value) })}
        />
        <TextInput
          optional
          label={t('around.thanks')}
          dir="auto"
          maxLength={200}
          value={ending.title[language] ?? ''}
          onFocus={onEnding}
          onChange={(event) =>
            set({ ending: { ...ending, title: withText(ending.title, language, event.target.value) } })
          }
        />
        <TextArea
          optional
          label={t('around.thanksText')}
          rows={2}
          dir="auto"
          maxLength={600}
          value={ending.text[language] ?? ''}
          onFocus={onEnding}
          onChange={(event) =>
            set({ ending: { ...ending, text: withText(ending.text, language, event.target.value) } })
          }
        />
      </Part>
      <Part title={t('around.languages')}>
        <LanguageList definition={definition} onChange={(languages) => set({ languages })} />
      </Part>
      <Part title={t('around.look')}>
        <TextInput
          optional
          label={t('around.sign')}
          hint={t('around.sign.hint')}
          maxLength={80}
          value={theme.sign}
          onChange={(event) => set({ theme: { ...theme, sign: event.target.value } })}
        />
        <Accent
          value={theme.accent}
          onChange={(accent) => set({ theme: accent ? { ...theme, accent } : { sign: theme.sign } })}
        />
      </Part>
      <Part title={t('around.access')}>
        <RadioGroup
          quietLabel
          label={t('around.access')}
          value={definition.access}
          options={[
            { value: 'anyone', label: t('access.anyone'), hint: t('access.anyone.hint') },
            { value: 'links', label: t('access.links'), hint: t('access.links.hint') },
          ]}
          onChange={(access) => set({ access })}
        />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-5">
      <h2 className="text-lead font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function LanguageList({ definition, onChange }: { definition: Definition; onChange: (languages: string[]) => void }) {
  const t = useWords(surveysWords)
  const { languages } = definition
  const others = OFFERED.filter((tag) => !languages.includes(tag))
  return (
    <div>
      <ul className="mb-3 flex flex-wrap gap-2">
        {languages.map((tag, index) => (
          <li key={tag} className="inline-flex items-center gap-1 rounded-lg bg-well ps-3 text-small">
            <span className={languages.length === 1 ? 'py-2 pe-3' : undefined}>
              {nameOfLanguage(tag)}
              {index === 0 && languages.length > 1 && <span className="text-ink-soft"> · {t('language.first')}</span>}
            </span>
            {languages.length > 1 && (
              <IconButton
                icon={X}
                label={t('language.remove', { language: nameOfLanguage(tag) })}
                onClick={() => onChange(languages.filter((one) => one !== tag))}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="max-w-64">
        <Select
          quietLabel
          label={t('language.add')}
          value=""
          options={[
            { value: '', label: t('language.add') },
            ...others.map((tag) => ({ value: tag, label: nameOfLanguage(tag) })),
          ]}
          onChange={(tag) => tag && onChange([...languages, tag])}
        />
      </div>
      <p className="mt-2 text-small text-ink-soft">{t('language.hint')}</p>
    </div>
  )
}

function Accent({ value, onChange }: { value: string | undefined; onChange: (hex: string | undefined) => void }) {
  const t = useWords(surveysWords)
  // Written while the picker is open, kept when it closes: each shade on the way would be a page of its own.
  const [shade, setShade] = useState(value ?? '#174a4d')
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-28">
        <Field label={t('around.accent')}>
          {(control) => (
            <input
              {...control}
              type="color"
              value={shade}
              onChange={(event) => setShade(event.target.value)}
              onBlur={() => onChange(shade)}
              className={`${controlClass} p-1`}
            />
          )}
        </Field>
      </div>
      {value && (
        <Button
          look="quiet"
          onClick={() => {
            setShade('#174a4d')
            onChange(undefined)
          }}
        >
          {t('around.accent.none')}
        </Button>
      )}
      <p className="basis-full text-small text-ink-soft">{t('around.accent.hint')}</p>
    </div>
  )
}
