import { useWords } from '../i18n/use-words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { Shortcut } from '../ui/shortcut-book.ts'
import { Switch } from '../ui/switch.tsx'
import { shellWords } from './words.ts'

interface KeyboardListProps {
  shortcuts: readonly Shortcut[]
  onClose: () => void
  single: boolean
  onSingle: (on: boolean) => void
}

export function KeyboardList({ shortcuts, onClose, single, onSingle }: KeyboardListProps) {
  const t = useWords(shellWords)
  const groups = Map.groupBy(shortcuts, ({ group }) => group ?? t('keys.here'))
  return (
    <Dialog open onClose={onClose} title={t('keys.title')}>
      {[...groups].map(([group, rows]) => (
        <section key={group} className="mb-6">
          <h3 className="mb-1 text-tiny text-ink-faint">{group}</h3>
          <dl>
            {rows.map(({ keys, label }) => (
              <div
                key={keys}
                className="flex min-h-9 items-center justify-between gap-4 border-b border-line py-1 last:border-0"
              >
                <dt className="text-small">{label}</dt>
                <dd className="text-ink-soft">
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch label={t('keys.single')} hint={t('keys.single.hint')} checked={single} onChange={onSingle} />
    </Dialog>
  )
}
