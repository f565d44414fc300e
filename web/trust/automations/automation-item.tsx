import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { AutomationShown, State } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { SwitchSheet } from './switch-sheet.tsx'
import { useTurn } from './use-turn.ts'
import { automationWords } from './words.ts'

/** One automation: what it does, how it stands, and more for whoever wants to know. */
export function AutomationItem({ automation }: { automation: AutomationShown }) {
  const t = useWords(automationWords)
  const { name, does, kind, pressed, choices } = automation
  return (
    <li className="py-5">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="text-body font-semibold">{name}</h3>
          <p className="mt-0.5 max-w-[62ch] text-ink-soft">{does}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Badge>{t(`kind.${kind}`)}</Badge>
            {pressed && <Badge look="outline">{t('pressed')}</Badge>}
          </p>
        </div>
        {choices.length > 1 ? (
          <Turner automation={automation} />
        ) : (
          <p className="pt-0.5 text-small text-ink-soft">{pressed ? t('state.on') : t('fixed')}</p>
        )}
      </div>
      <More automation={automation} />
    </li>
  )
}

/** Turning something on happens at once; turning it off says first what that means, and asks for a word on why. */
function Turner({ automation }: { automation: AutomationShown }) {
  const t = useWords(automationWords)
  const { role } = useWorkspace()
  const [wanted, setWanted] = useState<State | null>(null)
  const turn = useTurn(automation)
  const { name, choices, state } = automation
  const may = role === 'owner' || role === 'manager'
  const want = (to: State): void => {
    if (to === state) return
    if (to === 'on' && choices.length === 2) turn.mutate({ state: to, why: '' })
    else setWanted(to)
  }
  return (
    <div className={may ? undefined : 'opacity-70'}>
      {choices.length === 2 ? (
        <Switch
          label={t(`state.${state}`)}
          name={name}
          checked={state !== 'off'}
          disabled={!may || turn.isPending}
          onChange={(on) => want(on ? 'on' : 'off')}
        />
      ) : (
        <RadioGroup
          label={t('message.choice')}
          value={state}
          options={choices.map((value) => ({
            value,
            label: t(`message.${value}`),
            disabled: !may || (value === 'on' && role !== 'owner'),
          }))}
          onChange={want}
        />
      )}
      {wanted && <SwitchSheet automation={automation} to={wanted} turn={turn} onClose={() => setWanted(null)} />}
    </div>
  )
}

function More({ automation }: { automation: AutomationShown }) {
  const t = useWords(automationWords)
  const { affects, decides, off, back, choices, turns } = automation
  return (
    <details className="group mt-1">
      <summary className="-ms-1 inline-flex min-h-11 list-none items-center gap-1 rounded-lg px-1 text-small font-medium text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform duration-(--quick) group-open:rotate-90 rtl:-scale-x-100"
        />
        {t('more')}
        <span className="heard-only">: {automation.name}</span>
      </summary>
      <dl className="grid gap-x-6 gap-y-3 pb-2 text-small sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Told name={t('affects')}>{affects}</Told>
        <Told name={t('decides')}>{decides}</Told>
        <Told name={t(choices.length > 1 ? 'off.means' : 'off.fixed')}>{off}</Told>
        <Told name={t('back')}>{back}</Told>
        {choices.length > 1 && (
          <Told name={t('history')}>
            {turns.length === 0 && t('history.none')}
            {turns.map((turn) => (
              <span key={turn.at} className="block">
                {t(`turned.${turn.state}`, { name: turn.byName })}, <DateTime at={turn.at} />
                {turn.why && <span className="block text-ink-soft">“{turn.why}”</span>}
              </span>
            ))}
          </Told>
        )}
      </dl>
    </details>
  )
}

function Told({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="font-medium">{name}</dt>
      <dd className="max-w-[62ch] text-ink-soft">{children}</dd>
    </div>
  )
}
