import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { uiWords } from './words.ts'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons at the end, the main one last. */
  actions?: ReactNode
  wide?: boolean
}

/**
 * The browser's own modal dialog: it keeps the keyboard inside, closes on Escape, gives focus back and hides the page behind
 * from readers, all without a line of ours. A control marked `data-first` takes the keyboard when it opens.
 */
export function useModal(open: boolean, onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      // Left alone the browser would choose the close button. A dialog is begun at its title, or where it asks to be.
      const first =
        dialog.querySelector<HTMLElement>('[data-first]') ?? dialog.querySelector<HTMLElement>('h2[tabindex]')
      first?.focus({ preventScroll: true })
    }
    if (!open && dialog.open) dialog.close()
  }, [open])
  const closeOnBackdrop = (event: React.MouseEvent<HTMLDialogElement>): void => {
    if (event.target === event.currentTarget) onClose()
  }
  return { ref, onClose, onMouseDown: closeOnBackdrop }
}

export function Dialog({ open, onClose, title, children, actions, wide }: DialogProps) {
  const t = useWords(uiWords)
  const modal = useModal(open, onClose)
  const titleId = useId()
  if (!open) return null
  return (
    <dialog
      {...modal}
      aria-labelledby={titleId}
      className={classNames(
        'appear m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col rounded-2xl bg-sheet p-0 text-ink shadow-lift open:flex',
        'backdrop:bg-veil',
        'max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none',
        wide ? 'sm:max-w-3xl' : 'sm:max-w-lg',
      )}
    >
      <header className="flex items-start gap-4 ps-6 pe-3 pt-4">
        <h2 id={titleId} tabIndex={-1} className="min-w-0 flex-1 pt-1 text-lead font-semibold">
          {title}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-2 pb-6">{children}</div>
      {actions && (
        <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-6 py-4 pb-[calc(1rem+env(safe-area-inset-bottom))]">
          {actions}
        </footer>
      )}
    </dialog>
  )
}
