import { useState } from 'react'
import { OVERSIGHT_LIMITS, type AutomationShown, type State } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { useTurn } from './use-turn.ts'
import { automationWords } from './words.ts'

interface SwitchSheetProps {
  automation: AutomationShown
  to: State
  turn: ReturnType<typeof useTurn>
  onClose: () => void
}

/** What turning it means, and a word on why. */
export function SwitchSheet({ automation, to, turn, onClose }: SwitchSheetProps) {
  const t = useWords(automationWords)
  const [why, setWhy] = useState('')
  const { name, off, decides, does } = automation
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(to === 'off' ? 'switch.off' : 'switch.other', { name })}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('switch.cancel')}
          </Button>
          <Button look="deed" type="submit" form="switch-form" busy={turn.isPending}>
            {t(`switch.go.${to}`)}
          </Button>
        </>
      }
    >
      <form
        id="switch-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          turn.mutate({ state: to, why }, { onSettled: onClose })
        }}
      >
        <p>{to === 'off' ? off : to === 'ask' ? decides : does}</p>
        <TextArea
          label={t('switch.why')}
          hint={t('switch.why.hint')}
          optional
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          maxLength={OVERSIGHT_LIMITS.why}
          rows={2}
        />
      </form>
    </Dialog>
  )
}
