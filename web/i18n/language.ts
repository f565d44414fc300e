import { createContext, useContext } from 'react'

/** Languages the interface may be read in; a catalogue without one of them falls back to English, text by text. */
export const languages = ['en'] as const

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** British English: dates as 22 November, weeks from Monday. */
export const LanguageContext = createContext('en-GB')

export function useLanguage(): string {
  return useContext(LanguageContext)
}
