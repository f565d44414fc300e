/**
 * A business's own colour, made readable: darkened by day and lightened by night until it stands 4.5:1 against what it
 * stands on (WCAG 2.2, 1.4.3), whatever was chosen. Pure.
 */
const DAY_PAPER = '#f7f5ef'
const NIGHT_PAPER = '#0d191b'
const WANTED = 4.5

export function accentCss(hex: string): string {
  const day = reach(hex, DAY_PAPER, '#000000')
  const night = reach(hex, NIGHT_PAPER, '#ffffff')
  return `:root{--deed:light-dark(${day},${night});--on-deed:light-dark(${onTop(day)},${onTop(night)});--wash:light-dark(${mix(day, DAY_PAPER, 0.88)},${mix(night, NIGHT_PAPER, 0.82)})}\n`
}

/** Contrast ratio of two colours, 1 … 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function reach(hex: string, ground: string, towards: string): string {
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mix(hex, towards, share)
    if (contrast(tried, ground) >= WANTED) return tried
  }
  return towards
}

const onTop = (hex: string): string => (contrast('#ffffff', hex) >= WANTED ? '#ffffff' : '#0d2426')

function mix(from: string, to: string, share: number): string {
  const [a, b] = [parts(from), parts(to)]
  return `#${a
    .map((value, index) =>
      Math.round(value + (b[index]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const parts = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function luminance(hex: string): number {
  const [red, green, blue] = parts(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
