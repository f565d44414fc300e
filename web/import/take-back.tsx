import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Import } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useImportDeeds } from './imports-query.ts'
import { importWords } from './words.ts'

/** Undo of a file. It is asked for, because what was noted and answered since goes with it. */
export function TakeBack({ of: { id, tally }, label }: { of: Import; label?: string }) {
  const t = useWords(importWords)
  const [asking, setAsking] = useState(false)
  const { takeBack } = useImportDeeds(id)
  return (
    <>
      <Button look="quiet" icon={Undo2} onClick={() => setAsking(true)}>
        {label ?? t('back.do')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('back.title', { count: tally.added })}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('back.keep')}
            </Button>
            <Button look="deed" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {t('back.yes')}
            </Button>
          </>
        }
      >
        <p>{t('back.text')}</p>
      </Dialog>
    </>
  )
}
