/** Heed's sign: an h that bends towards somebody, and the lamp that is lit for them. */
export function Mark({ large }: { large?: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={large ? 'size-12 shrink-0' : 'size-7 shrink-0'}>
      <rect width="32" height="32" rx="8" fill="var(--deed)" />
      <path
        d="M9.5 7v18M9.5 19.5c0-3.9 2.4-6 5.8-6s5.7 2.1 5.7 6V25"
        fill="none"
        stroke="var(--on-deed)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="21.8" cy="8" r="3" fill="var(--lamp)" />
    </svg>
  )
}
