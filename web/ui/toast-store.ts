export interface ToastMessage {
  text: string
  /** Takes back what was done. Offered for as long as the toast stands. */
  undo?: (() => unknown) | undefined
  /** `wrong` stays until it is put away; it tells of something the reader must know. */
  kind?: 'said' | 'wrong'
}

export interface Toast extends ToastMessage {
  readonly id: number
}

export interface ToastStore {
  add: (message: ToastMessage) => number
  remove: (id: number) => void
  all: () => readonly Toast[]
  subscribe: (listener: () => void) => () => void
}

const mostAtOnce = 3

/** Toasts live outside React so that a failed mutation can speak even after its page has gone. */
export function makeToastStore(): ToastStore {
  let toasts: readonly Toast[] = []
  let next = 1
  const listeners = new Set<() => void>()
  const change = (to: readonly Toast[]): void => {
    toasts = to
    for (const listener of listeners) listener()
  }
  return {
    add: (message) => {
      const id = next++
      const others = toasts.filter(({ text }) => text !== message.text)
      change([...others, { ...message, id }].slice(-mostAtOnce))
      return id
    },
    remove: (id) => change(toasts.filter((toast) => toast.id !== id)),
    all: () => toasts,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
