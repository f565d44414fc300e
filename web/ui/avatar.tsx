import { classNames } from './class-names.ts'
import { initialsOf } from './initials.ts'

const sizes = { small: 'size-7 text-[0.6875rem]', normal: 'size-9 text-tiny', large: 'size-14 text-lead' }

/** A person's initials. The name itself always stands beside it, so these are a picture, not text. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name) || '·'}
      className={classNames(
        'grid before:content-[attr(data-initials)] shrink-0 place-items-center rounded-full bg-band font-semibold tracking-wide text-ink select-none',
        sizes[size],
      )}
    />
  )
}
