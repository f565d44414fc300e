/** Never `100 %` before it is whole. */
export function percentOf(share: number, language: string): string {
  const floor = Math.floor(Math.max(0, Math.min(1, share)) * 100) / 100
  return new Intl.NumberFormat(language, { style: 'percent' }).format(floor)
}
