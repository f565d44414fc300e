/** What people wrote, for a terminal: nothing in it can move the cursor, ring the bell, turn the line around or begin another. */
const UNSHOWN = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u

export const plainText = (text: string): string => [...text].map((sign) => (UNSHOWN.test(sign) ? ' ' : sign)).join('')
