/** Small preferences a browser keeps for its person. A browser that keeps nothing (private windows) is no reason to fail. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`heed.${key}`)
  } catch {
    return null
  }
}

export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`heed.${key}`)
    else localStorage.setItem(`heed.${key}`, value)
  } catch {
    // Nothing to do: the preference lasts as long as the page.
  }
}
