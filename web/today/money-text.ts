/** An amount kept in the smallest unit of its currency, as people write it. */
export function moneyText(minor: number, currency: string, language: string): string {
  try {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency })
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
  } catch {
    return `${minor / 100} ${currency}`
  }
}
