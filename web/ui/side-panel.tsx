import { X } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { useModal, type DialogProps } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'
import { uiWords } from './words.ts'

/** A page beside the page: everything about one thing, without losing the list it came from. Fills a phone. */
export function SidePanel({ open, onClose, title, children, actions }: DialogProps) {
  const t = useWords(uiWords)
  const modal = useModal(open, onClose)
  const titleId = useId()
  if (!open) return null
  return (
    <dialog
      {...modal}
      aria-labelledby={titleId}
      className="appear ms-auto me-0 mt-0 mb-0 h-dvh max-h-none w-full max-w-full flex-col bg-sheet p-0 text-ink shadow-lift backdrop:bg-veil open:flex sm:max-w-lg"
    >
      <header className="flex items-start gap-4 border-b border-line ps-6 pe-3 pt-4 pb-3">
        <h2 id={titleId} tabIndex={-1} className="min-w-0 flex-1 pt-1 text-lead font-semibold">
          {title}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      {/* May be longer than the screen and hold nothing but words: a keyboard scrolls it, too. */}
      <div role="group" aria-labelledby={titleId} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-6 py-5">
        {children}
      </div>
      {actions && (
        <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-6 py-4 pb-[calc(1rem+env(safe-area-inset-bottom))]">
          {actions}
        </footer>
      )}
    </dialog>
  )
}
