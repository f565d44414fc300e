/**
 * Keeps a list still while it is being read. Known rows stay where they are; those that left are gone; new ones that belong
 * below everything known simply follow. New ones that would push known rows down are held back until they are asked for,
 * except the one being read.
 */
export function steadyOrder(
  before: readonly string[],
  now: readonly string[],
  reading?: string,
): { shown: string[]; held: number } {
  const present = new Set(now)
  const known = new Set(before.filter((id) => present.has(id)))
  if (known.size === 0 || (reading && present.has(reading) && !known.has(reading))) return { shown: [...now], held: 0 }
  const lowest = now.findLastIndex((id) => known.has(id))
  const below = now.slice(lowest + 1)
  return { shown: [...before.filter((id) => known.has(id)), ...below], held: now.length - known.size - below.length }
}
