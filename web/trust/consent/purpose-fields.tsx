import { BASES, CONTACT_CHANNELS, type Basis, type ContactChannel } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { consentRoomWords } from './words.ts'

export interface PurposeDraft {
  basis: Basis
  note: string
  channels: ContactChannel[]
  marketing: boolean
  asks: boolean
  quiet: boolean
  doubleOptIn: boolean
  softOptIn: boolean
}

interface PurposeFieldsProps {
  draft: PurposeDraft
  errors: Partial<Record<string, string>>
  disabled: boolean
  onChange: (draft: PurposeDraft) => void
}

export function PurposeFields({ draft, errors, disabled, onChange }: PurposeFieldsProps) {
  const t = useWords(consentRoomWords)
  const set = (change: Partial<PurposeDraft>) => onChange({ ...draft, ...change })
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-6">
      <RadioGroup
        label={t('edit.basis')}
        error={errors['basis']}
        value={draft.basis}
        options={BASES.map((value) => ({ value, label: t(`basis.${value}`), hint: t(`basis.${value}.hint`) }))}
        onChange={(basis) => set({ basis, ...(basis === 'consent' ? {} : { softOptIn: false, marketing: false }) })}
      />
      <TextArea
        label={t('edit.note')}
        hint={t('edit.note.hint')}
        error={errors['note']}
        rows={4}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      <div role="group" aria-label={t('edit.channels')}>
        <p className="text-small font-medium">{t('edit.channels')}</p>
        {CONTACT_CHANNELS.map((channel) => (
          <Checkbox
            key={channel}
            label={t(`channel.${channel}`)}
            checked={draft.channels.includes(channel)}
            onChange={(on) =>
              set({
                channels: CONTACT_CHANNELS.filter((one) => (one === channel ? on : draft.channels.includes(one))),
              })
            }
          />
        ))}
        {errors['channels'] && <p className="text-small text-wrong">{t('edit.channels.none')}</p>}
      </div>
      <div>
        {draft.basis === 'consent' && (
          <>
            <Checkbox
              label={t('edit.marketing')}
              hint={t('edit.marketing.hint')}
              checked={draft.marketing}
              onChange={(marketing) => set({ marketing, softOptIn: marketing && draft.softOptIn })}
            />
            <Checkbox
              label={t('edit.doubleOptIn')}
              hint={t('edit.doubleOptIn.hint')}
              checked={draft.doubleOptIn}
              onChange={(doubleOptIn) => set({ doubleOptIn })}
            />
          </>
        )}
        {draft.marketing && (
          <Checkbox
            label={t('edit.softOptIn')}
            hint={t('edit.softOptIn.hint')}
            checked={draft.softOptIn}
            onChange={(softOptIn) => set({ softOptIn })}
          />
        )}
        <Checkbox
          label={t('edit.asks')}
          hint={t('edit.asks.hint')}
          checked={draft.asks}
          onChange={(asks) => set({ asks })}
        />
        <Checkbox label={t('edit.quiet')} checked={draft.quiet} onChange={(quiet) => set({ quiet })} />
      </div>
    </fieldset>
  )
}
