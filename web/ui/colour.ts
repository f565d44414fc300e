/**
 * Colour as eyes meet it: contrast by WCAG 2.2, distances in Oklab (Ottosson 2020), and what a colour becomes for people
 * who lack one kind of cone (Machado, Oliveira & Fernandes 2009, severity 1). Used by the tests of our tokens.
 */
export type Rgb = readonly [red: number, green: number, blue: number]

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** `#1d6468` as linear light, 0…1. */
export function lightOf(hex: string): Rgb {
  const channel = (at: number): number => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(lightOf(one)), luminance(lightOf(other))].toSorted((a, b) => b - a)
  return (bright + 0.05) / (dark + 0.05)
}

type Matrix = readonly [Rgb, Rgb, Rgb]

export const sights = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'without red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'without blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>

export type Sight = keyof typeof sights

const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const within = (value: number): number => Math.max(0, Math.min(1, value))

function seen(colour: Rgb, sight: Sight): Rgb {
  const [red, green, blue] = sights[sight]
  return [within(dot(red, colour)), within(dot(green, colour)), within(dot(blue, colour))]
}

function oklab(colour: Rgb): Rgb {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], colour))
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], colour))
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], colour))
  const cones: Rgb = [l, m, s]
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ]
}

/** How far apart two colours look, 0…1, for somebody with that sight. */
export function distance(one: string, other: string, sight: Sight): number {
  const [a, b] = [oklab(seen(lightOf(one), sight)), oklab(seen(lightOf(other), sight))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
