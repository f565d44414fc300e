import { useEffect, useRef } from 'react'

/** A button that was pressed has gone with its view: the keyboard lands on the heading of what came instead. */
export function useLanding() {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      title.current?.focus({ preventScroll: true })
  }, [])
  return title
}
