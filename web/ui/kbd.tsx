/** Keys as they stand on a keyboard: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere. */
const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

const names: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

export function keyNames(keys: string): string[] {
  return keys.split(/[+ ]/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1" dir="ltr">
      {keyNames(keys).map((name) => (
        <kbd
          key={name}
          className="inline-grid h-5 min-w-5 place-items-center rounded border border-current/30 px-1 font-sans text-[0.6875rem] leading-none font-medium"
        >
          {name}
        </kbd>
      ))}
    </span>
  )
}
