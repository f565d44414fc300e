import { Undo2, X } from 'lucide-react'
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { makeToastStore, type Toast, type ToastStore } from './toast-store.ts'
import { uiWords } from './words.ts'

const ToastContext = createContext<ToastStore>(makeToastStore())

const shortStay = 6_000
const undoStay = 10_000

/** `toast.say(text)`, `toast.undo({ text, undo })`, `toast.wrong(text)`. */
export function useToast() {
  const store = useContext(ToastContext)
  return useMemo(
    () => ({
      say: (text: string) => void store.add({ text }),
      wrong: (text: string) => void store.add({ text, kind: 'wrong' }),
      undo: (of: { text: string; undo: () => unknown }) => void store.add(of),
    }),
    [store],
  )
}

export function ToastProvider({ store, children }: { store: ToastStore; children: ReactNode }) {
  const toasts = useSyncExternalStore(store.subscribe, store.all)
  return (
    <ToastContext value={store}>
      {children}
      <ToastList toasts={toasts} remove={store.remove} />
    </ToastContext>
  )
}

function ToastList({ toasts, remove }: { toasts: readonly Toast[]; remove: (id: number) => void }) {
  const t = useWords(uiWords)
  return (
    <section
      aria-label={t('toast.list')}
      aria-live="polite"
      aria-relevant="additions"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4 pb-[calc(1rem+env(safe-area-inset-bottom))] max-md:pb-24"
    >
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} remove={() => remove(toast.id)} />
      ))}
    </section>
  )
}

function ToastRow({ toast, remove }: { toast: Toast; remove: () => void }) {
  const t = useWords(uiWords)
  const [held, setHeld] = useState(false)
  const stays = held || toast.kind === 'wrong'
  const leave = useEffectEvent(remove)

  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => leave(), toast.undo ? undoStay : shortStay)
    return () => clearTimeout(timer)
  }, [stays, toast.undo])

  const takeBack = (): void => {
    remove()
    void toast.undo?.()
  }

  return (
    <div
      className={classNames(
        'appear pointer-events-auto flex min-h-12 w-full max-w-md items-center gap-1 rounded-xl ps-4 pe-1 shadow-lift sm:w-auto sm:min-w-80',
        toast.kind === 'wrong' ? 'bg-wrong-wash text-ink ring-1 ring-wrong/40' : 'bg-deed text-on-deed',
      )}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className="min-w-0 flex-1 py-3 text-small">{toast.text}</p>
      {toast.undo && (
        <button
          type="button"
          onClick={takeBack}
          className="flex min-h-11 items-center gap-1.5 rounded-lg px-3 text-small font-semibold underline decoration-current/40 underline-offset-4 hover:decoration-current focus-visible:outline-current"
        >
          <Undo2 aria-hidden className="size-4" />
          {t('toast.undo')}
        </button>
      )}
      <button
        type="button"
        onClick={remove}
        aria-label={t('toast.close')}
        className="grid size-11 place-items-center rounded-lg opacity-75 hover:opacity-100 focus-visible:outline-current"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
