import { useEffect, useState } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { exactTime, relativeTime, shortDate } from './time-words.ts'

interface DateTimeProps {
  at: string | Date
  /** `relative` says how long ago; `date` the day. The exact time is always there on hover and for readers' tools. */
  look?: 'relative' | 'date'
}

const tick = 60_000

function useNow(running: boolean): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(new Date()), tick)
    return () => clearInterval(timer)
  }, [running])
  return now
}

export function DateTime({ at, look = 'relative' }: DateTimeProps) {
  const language = useLanguage()
  const now = useNow(look === 'relative')
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return null
  return (
    <time dateTime={date.toISOString()} title={exactTime(date, language)} className="figures whitespace-nowrap">
      {look === 'relative' ? relativeTime(date, now, language) : shortDate(date, language)}
    </time>
  )
}
